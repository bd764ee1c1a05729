-- KPI witnessed_connection_rate from both sides' answers and the logs: connected pairs of which the issuer's API gateway log, or its summary of it,
-- holds a 2xx call by the agent in the month of the reference date, over the connected pairs of issuers with an accepted row of the API front in that month.
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
logged as (                       -- what the API fronts' logs hold of the months of the reference dates
  select r.round_id, l.issuer_id, l.agent_id, bool_or(l.is_success) as is_success
  from   round r
         join (select issuer_id, access_date, agent_id, access_method = 'API' and status between 200 and 299 as is_success
               from   silver.access where front = 'api'
               union all
               select issuer_id, access_date, agent_id, access_method = 'API' and status_class = '2xx'
               from   silver.summary_access_daily where front = 'api') l
           on date_trunc('month', l.access_date) = date_trunc('month', r.reference_date)
  group  by all
),
part as (
  select c.round_id, c.issuer_id, coalesce(w.is_success, false) as is_witnessed
  from   (select distinct round_id, issuer_id, agent_id from connected where is_connected) c
         left join logged w on w.round_id = c.round_id and w.issuer_id = c.issuer_id and w.agent_id = c.agent_id
  where  (c.round_id, c.issuer_id) in (select (round_id, issuer_id) from logged)
),
member as (                       -- everybody who must have a row
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, round_id, reference_date from round
  union all
  select 'ISSUER', issuer_id, '', round_id, reference_date from issuer where (round_id, 'ISSUER') in (select (round_id, side) from asked)
),
counted as (
  select round_id, coalesce(issuer_id, '') as issuer_id,
         count(*) filter (where is_witnessed) as n,
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
        where  kpi_id = 'witnessed_connection_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
