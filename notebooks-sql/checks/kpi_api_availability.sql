-- KPI api_availability from the issuers' answers: A10_02 in millionths over 1,000,000 where A10_04 says whether planned stops are in it; by issuer only.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
issuer as (                       -- the round's population frame
  select round_id, reference_date, issuer_id, cards_issued
  from   round join silver.population_frame using (frame_id)
),
stated as (
  select i.round_id, i.issuer_id, round(a.value::decimal(18, 9) * 1000000)::bigint as n
  from   issuer i
         join silver.answer a on a.round_id = i.round_id and a.respondent_id = i.issuer_id and a.question_id = 'A10_02' and a.value_state = 'REPORTED'
         join silver.answer k on k.round_id = i.round_id and k.respondent_id = i.issuer_id and k.question_id = 'A10_04' and k.value_state = 'REPORTED'
),
expected as (
  select 'ISSUER' as entity_level, issuer_id, '' as agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'STATED' as basis,
         {'numerator': coalesce(n, 0), 'denominator': if(n is null, 0, 1000000)::bigint,
          'value': round(n / 1000000, 9), 'low': null::double, 'high': null::double} as expected
  from   issuer left join stated using (round_id, issuer_id)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'api_availability' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
