-- KPI linked_account_count from the agents' answers: the sum of B3_02 (0 where nothing is SIGNED) as API and of B3_03 as SCRAPING, whether or not the
-- contract status was answered; the two are never added. Low: the same, since more may be unanswered; no high.
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
stated as (
  select round_id, counterparty_id as issuer_id, respondent_id as agent_id, segment,
         max(value) filter (where question_id = 'B3_01')         as status,
         max(value) filter (where question_id = 'B3_02')::bigint as accounts,
         max(value) filter (where question_id = 'B3_03')::bigint as scraping
  from   silver.answer a
  where  question_id in ('B3_01', 'B3_02', 'B3_03') and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, agent_id) from agent)
    and  (round_id, counterparty_id) in (select (round_id, issuer_id) from registered)
  group  by all
),
part as (
  select round_id, issuer_id, agent_id, 'API' as slice_value, if(status = 'SIGNED', accounts, 0) as accounts from stated where status is not null
  union all
  select round_id, issuer_id, agent_id, 'SCRAPING', scraping from stated
),
counted as (
  select round_id, slice_value, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id, sum(accounts)::bigint as n
  from   part
  group  by grouping sets ((round_id, slice_value), (round_id, slice_value, issuer_id), (round_id, slice_value, agent_id), (round_id, slice_value, issuer_id, agent_id))
),
pair as (                         -- pairs that either side states a cell of
  select round_id, respondent_id as issuer_id, counterparty_id as agent_id
  from   silver.answer
  where  question_id = 'A9_01' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, issuer_id) from issuer) and (round_id, counterparty_id) in (select (round_id, agent_id) from agent)
  union
  select round_id, issuer_id, agent_id from stated where status is not null
),
member as (                       -- everybody who must have a row
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, round_id, reference_date from round
  union all
  select 'ISSUER', issuer_id, '', round_id, reference_date from issuer where (round_id, 'ISSUER') in (select (round_id, side) from asked)
  union all
  select 'AGENT', '', agent_id, round_id, reference_date from agent where (round_id, 'AGENT') in (select (round_id, side) from asked)
  union all
  select 'PAIR', issuer_id, agent_id, round_id, reference_date from pair join round using (round_id)
  union
  select 'PAIR', issuer_id, agent_id, round_id, reference_date from stated join round using (round_id) where scraping is not null
),
expected as (
  select entity_level, issuer_id, agent_id, 'access_method' as slice, slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': coalesce(n, 0), 'denominator': 0::bigint,
          'value': round(n, 9), 'low': round(n, 9), 'high': null::double} as expected
  from   member
         join (select distinct round_id, slice_value from part where accounts is not null) using (round_id)   -- a slice that nobody stated has no rows
         left join counted using (round_id, slice_value, issuer_id, agent_id)
  where  n is not null or entity_level <> 'PAIR' or (round_id, issuer_id, agent_id) in (select (round_id, issuer_id, agent_id) from pair)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'linked_account_count' and definition_version = 1 and issuer_basis = 'THEN' and slice = 'access_method') there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
