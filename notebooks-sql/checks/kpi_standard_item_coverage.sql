-- KPI standard_item_coverage from the issuers' answers: standard items offered (A5_01) over the items of the catalogue, over the LIVE product lines of
-- which A5_01 is REPORTED.
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
live as (                         -- product lines LIVE on the reference date
  select i.round_id, i.issuer_id, l.product_line_id
  from   issuer i
         join silver.product_line l
           on  l.issuer_id = i.issuer_id
           and i.reference_date >= coalesce(l.valid_from, i.reference_date) and i.reference_date <= coalesce(l.valid_to, i.reference_date)
         join silver.answer a
           on  a.round_id = i.round_id and a.respondent_id = i.issuer_id and a.product_line_id = l.product_line_id
           and a.question_id = 'A2_01' and a.value_state = 'REPORTED' and a.value = 'LIVE'
),
item as (                         -- the catalogue, as the question offers it
  select distinct option_code from gold.question_option where question_id = 'A5_01'
),
part as (
  select l.round_id, l.issuer_id, (select count(*) from item where list_contains(string_split(a.value, '|'), option_code)) as offered
  from   live l
         join silver.answer a
           on  a.round_id = l.round_id and a.respondent_id = l.issuer_id and a.product_line_id = l.product_line_id
           and a.question_id = 'A5_01' and a.value_state = 'REPORTED'
),
member as (                       -- everybody who must have a row
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, round_id, reference_date from round
  union all
  select 'ISSUER', issuer_id, '', round_id, reference_date from issuer where (round_id, 'ISSUER') in (select (round_id, side) from asked)
),
counted as (
  select round_id, coalesce(issuer_id, '') as issuer_id,
         sum(offered)::bigint as n,
         count(*) * (select count(*) from item) as d
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
        where  kpi_id = 'standard_item_coverage' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
