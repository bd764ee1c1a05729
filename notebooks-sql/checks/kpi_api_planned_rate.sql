-- KPI api_planned_rate from the issuers' answers: as api_adoption_rate, with 'LIVE, or PLANNED with a date (A2_03)' for LIVE.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
issuer as (                       -- the round's population frame
  select round_id, reference_date, issuer_id, cards_issued
  from   round join silver.population_frame using (frame_id)
),
line as (                         -- an issuer's product lines that are valid on the reference date, with what it said of each
  select i.round_id, i.issuer_id, l.product_line_id, status.value as status, planned.value as planned_on
  from   issuer i
         join silver.product_line l
           on  l.issuer_id = i.issuer_id
           and i.reference_date >= coalesce(l.valid_from, i.reference_date) and i.reference_date <= coalesce(l.valid_to, i.reference_date)
         left join silver.answer status
           on  status.round_id = i.round_id and status.respondent_id = i.issuer_id and status.product_line_id = l.product_line_id
           and status.question_id = 'A2_01' and status.value_state = 'REPORTED'
         left join silver.answer planned
           on  planned.round_id = i.round_id and planned.respondent_id = i.issuer_id and planned.product_line_id = l.product_line_id
           and planned.question_id = 'A2_03' and planned.value_state = 'REPORTED'
),
verdict as (
  select i.round_id, i.reference_date, i.issuer_id,
         case when bool_or(l.status = 'LIVE' or (l.status = 'PLANNED' and l.planned_on is not null)) then 'yes'
              when count(l.product_line_id) > 0 and count(l.status) = count(l.product_line_id) then 'no'
              else 'unknown' end as verdict
  from   issuer i left join line l on l.round_id = i.round_id and l.issuer_id = i.issuer_id
  group  by all
),
counted as (                      -- a round has a figure even while its frame is empty
  select round_id, round.reference_date,
         count(*) filter (where verdict = 'yes') as yes, count(*) filter (where verdict = 'no') as no, count(issuer_id) as frame
  from   round left join verdict using (round_id)
  group  by all
),
expected as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': yes, 'denominator': yes + no,
          'value': round(yes / nullif(yes + no, 0), 9), 'low': round(yes / nullif(frame, 0), 9), 'high': round((frame - no) / nullif(frame, 0), 9)} as expected
  from   counted
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'api_planned_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
