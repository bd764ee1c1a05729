-- KPI credential_custody_count from the agents' answers: the sum of B6_01. Low: the same; high: not known.
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
agent as (                        -- the agents valid on the reference date
  select distinct round_id, reference_date, agent_id
  from   round join silver.agent
           on reference_date >= coalesce(valid_from, reference_date) and reference_date <= coalesce(valid_to, reference_date)
),
part as (
  select round_id, agent_id, a.value::bigint as credentials
  from   agent join silver.answer a using (round_id)
  where  a.respondent_id = agent_id and a.question_id = 'B6_01' and a.value_state = 'REPORTED'
),
member as (                       -- everybody who must have a row
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, round_id, reference_date from round
  union all
  select 'AGENT', '', agent_id, round_id, reference_date from agent where (round_id, 'AGENT') in (select (round_id, side) from asked)
),
counted as (
  select round_id, coalesce(agent_id, '') as agent_id, sum(credentials)::bigint as n from part group by grouping sets ((round_id), (round_id, agent_id))
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': coalesce(n, 0), 'denominator': 0::bigint,
          'value': round(n, 9), 'low': round(n, 9), 'high': null::double} as expected
  from   member left join counted using (round_id, agent_id)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'credential_custody_count' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
