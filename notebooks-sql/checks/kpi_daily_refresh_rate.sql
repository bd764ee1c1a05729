-- KPI daily_refresh_rate from the agents' answers: cells with API accounts (SIGNED, B3_02 > 0) that are refreshed DAILY (B3_05) over those of which B3_05 is
-- REPORTED and not ON_DEMAND.
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
agent_side as (
  select round_id, counterparty_id as issuer_id, respondent_id as agent_id, segment,
         max(value) filter (where question_id = 'B3_01') as status,
         max(value) filter (where question_id = 'B3_02')::bigint as accounts,
         max(value) filter (where question_id = 'B3_05') as refresh,
         max(value) filter (where question_id = 'B3_06') as refresh_before
  from   silver.answer a
  where  questionnaire_id = 'agent_survey' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, agent_id) from agent)
    and  (round_id, counterparty_id) in (select (round_id, issuer_id) from registered)
  group  by all
  having status is not null          -- a side has stated a cell when its contract status is REPORTED
),
part as (
  select round_id, issuer_id, refresh
  from   agent_side
  where  status = 'SIGNED' and accounts > 0 and refresh is not null and refresh <> 'ON_DEMAND'
),
member as (                       -- everybody who must have a row
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, round_id, reference_date from round
  union all
  select 'ISSUER', issuer_id, '', round_id, reference_date from issuer where (round_id, 'ISSUER') in (select (round_id, side) from asked)
),
counted as (
  select round_id, coalesce(issuer_id, '') as issuer_id,
         count(*) filter (where refresh = 'DAILY') as n,
         count(*) as d
  from   part
  group  by grouping sets ((round_id), (round_id, issuer_id))
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': coalesce(n, 0), 'denominator': coalesce(d, 0),
          'value': round(n / nullif(d, 0), 9), 'low': null::double, 'high': null::double} as expected
  from   member left join counted using (round_id, issuer_id)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'daily_refresh_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
