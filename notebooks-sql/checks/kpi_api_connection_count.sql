-- KPI api_connection_count from both sides' answers: distinct pairs (issuer, agent) with a cell that every side that stated it calls connected.
-- High: with the pairs that one of the stating sides calls connected, and those SIGNED with unknown accounts.
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
         max(value) filter (where question_id = 'A9_01') as status,
         max(value) filter (where question_id = 'A9_03')::bigint as accounts
  from   silver.answer a
  where  questionnaire_id = 'issuer_survey' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, issuer_id) from issuer)
    and  (round_id, counterparty_id) in (select (round_id, agent_id) from agent)
  group  by all
  having status is not null          -- a side has stated a cell when its contract status is REPORTED
),
agent_side as (
  select round_id, counterparty_id as issuer_id, respondent_id as agent_id, segment,
         max(value) filter (where question_id = 'B3_01') as status,
         max(value) filter (where question_id = 'B3_02')::bigint as accounts
  from   silver.answer a
  where  questionnaire_id = 'agent_survey' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, agent_id) from agent)
    and  (round_id, counterparty_id) in (select (round_id, issuer_id) from registered)
  group  by all
  having status is not null          -- a side has stated a cell when its contract status is REPORTED
),
cell as (
  select round_id, issuer_id, agent_id, segment, i.status as i_status, a.status as a_status, i.accounts as i_accounts, a.accounts as a_accounts
  from   issuer_side i full join agent_side a using (round_id, issuer_id, agent_id, segment)
),
connected as (                    -- what each side that stated the cell says: SIGNED and accounts > 0; SIGNED with unknown accounts may be
  select round_id, issuer_id, agent_id,
         bool_and(said = 'SIGNED' and coalesce(accounts, 0) > 0) as is_connected,
         bool_or(said = 'SIGNED' and coalesce(accounts, 1) > 0)  as may_be_connected
  from   (select round_id, issuer_id, agent_id, segment, i_status as said, i_accounts as accounts from cell where i_status is not null
          union all
          select round_id, issuer_id, agent_id, segment, a_status, a_accounts from cell where a_status is not null)
  group  by round_id, issuer_id, agent_id, segment
),
part as (                         -- a pair is connected when one of its cells is
  select round_id, issuer_id, agent_id, bool_or(is_connected) as is_connected, bool_or(may_be_connected) as may_be_connected
  from   connected
  group  by all
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
         count(*) filter (where is_connected) as sure,
         count(*) filter (where is_connected or may_be_connected) as may
  from   part
  group  by grouping sets ((round_id), (round_id, issuer_id), (round_id, agent_id))
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': coalesce(sure, 0), 'denominator': 0::bigint,
          'value': round(sure, 9), 'low': null::double, 'high': round(may, 9)} as expected
  from   member left join counted using (round_id, issuer_id, agent_id)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'api_connection_count' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
