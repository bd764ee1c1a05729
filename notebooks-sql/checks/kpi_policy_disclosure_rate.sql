-- KPI policy_disclosure_rate from the issuers' answers: both the linkage policy (A3_01) and the criteria (A3_03) published, over both REPORTED.
-- Low: over the frame; high: with the issuers that have not answered both and said NO to neither.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
issuer as (                       -- the round's population frame
  select round_id, reference_date, issuer_id, cards_issued
  from   round join silver.population_frame using (frame_id)
),
said as (
  select i.round_id, i.reference_date, i.issuer_id,
         count(*) filter (where a.value = 'YES') as yes, count(*) filter (where a.value = 'NO') as no
  from   issuer i
         left join silver.answer a
           on  a.round_id = i.round_id and a.respondent_id = i.issuer_id
           and a.question_id in ('A3_01', 'A3_03') and a.value_state = 'REPORTED'
  group  by all
),
counted as (                      -- a round has a figure even while its frame is empty
  select round_id, round.reference_date, count(issuer_id) as frame,
         count(*) filter (where yes = 2)                 as n,
         count(*) filter (where yes + no = 2)            as d,
         count(*) filter (where no = 0)                  as not_denied
  from   round left join said using (round_id)
  group  by all
),
expected as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': n, 'denominator': d,
          'value': round(n / nullif(d, 0), 9), 'low': round(n / nullif(frame, 0), 9), 'high': round(not_denied / nullif(frame, 0), 9)} as expected
  from   counted
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'policy_disclosure_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
