-- KPI contract_rate from both sides' answers (A9_01, B3_01): SIGNED cells over asked ones. A cell's status is what both say or the only one says;
-- where they differ without SIGNED it is asked when both are; where one says SIGNED and the other does not it is 0 in the low and 1 in the high bound.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
asked as (                        -- a round asks both sides unless it names its questionnaires
  select round_id, side
  from   round r cross join (values ('ISSUER', 'issuer_survey'), ('AGENT', 'agent_survey')) as asks(side, questionnaire_id)
  where  not exists (from silver.round_questionnaire q where q.round_id = r.round_id)
     or  exists (from silver.round_questionnaire q where q.round_id = r.round_id and q.questionnaire_id = asks.questionnaire_id)
),
issuer as (                       -- the round's population frame
  select round_id, reference_date, issuer_id, cards_issued
  from   round join silver.population_frame using (frame_id)
),
agent as (                        -- the agents valid on the reference date
  select distinct round_id, reference_date, agent_id
  from   round join silver.agent
           on reference_date >= coalesce(valid_from, reference_date) and reference_date <= coalesce(valid_to, reference_date)
),
registered as (                   -- the issuers that the register holds on the reference date
  select distinct round_id, issuer_id
  from   round join silver.issuer
           on reference_date >= coalesce(valid_from, reference_date) and reference_date <= coalesce(valid_to, reference_date)
),
issuer_side as (
  select round_id, respondent_id as issuer_id, counterparty_id as agent_id, segment,
         max(value) filter (where question_id = 'A9_01') as status
  from   silver.answer a
  where  questionnaire_id = 'issuer_survey' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, issuer_id) from issuer)
    and  (round_id, counterparty_id) in (select (round_id, agent_id) from agent)
  group  by all
  having status is not null          -- a side has stated a cell when its contract status is REPORTED
),
agent_side as (
  select round_id, counterparty_id as issuer_id, respondent_id as agent_id, segment,
         max(value) filter (where question_id = 'B3_01') as status
  from   silver.answer a
  where  questionnaire_id = 'agent_survey' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, agent_id) from agent)
    and  (round_id, counterparty_id) in (select (round_id, issuer_id) from registered)
  group  by all
  having status is not null          -- a side has stated a cell when its contract status is REPORTED
),
cell as (
  select round_id, issuer_id, agent_id, segment, i.status as i_status, a.status as a_status
  from   issuer_side i full join agent_side a using (round_id, issuer_id, agent_id, segment)
),
part as (
  select *,
         coalesce(i_status, a_status) = 'SIGNED' and coalesce(a_status, i_status) = 'SIGNED'               as is_signed,
         coalesce(i_status = 'SIGNED', false) <> coalesce(a_status = 'SIGNED', false)
           and i_status is not null and a_status is not null                                               as is_disputed,
         coalesce(i_status, a_status) in ('SIGNED', 'NEGOTIATING', 'REQUESTED', 'DECLINED', 'WITHDRAWN')
           and coalesce(a_status, i_status) in ('SIGNED', 'NEGOTIATING', 'REQUESTED', 'DECLINED', 'WITHDRAWN') as is_asked
  from   cell
),
member as (                       -- everybody who must have a row
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, round_id, reference_date from round
  union all
  select 'ISSUER', issuer_id, '', round_id, reference_date from issuer where (round_id, 'ISSUER') in (select (round_id, side) from asked)
  union all
  select 'AGENT', '', agent_id, round_id, reference_date from agent where (round_id, 'AGENT') in (select (round_id, side) from asked)
),
counted as (
  select round_id, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
         count(*) filter (where is_signed) as signed,
         count(*) filter (where is_asked and not is_disputed) as asked,
         count(*) filter (where is_disputed) as disputed
  from   part
  group  by grouping sets ((round_id), (round_id, issuer_id), (round_id, agent_id))
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': coalesce(signed, 0), 'denominator': coalesce(asked, 0),
          'value': round(signed / nullif(asked, 0), 9), 'low': round(signed / nullif(asked + disputed, 0), 9), 'high': round((signed + disputed) / nullif(asked + disputed, 0), 9)} as expected
  from   member left join counted using (round_id, issuer_id, agent_id)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'contract_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
