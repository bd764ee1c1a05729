-- KPI milestone_on_time_rate from the statements about milestones: of the milestones due (baseline end on or before the as-of date, not CANCELLED) those
-- that ended by their baseline end; all together and by measure.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with today as (
  select max(as_of) as as_of from gold.kpi_value
),
milestone as (                    -- the first statement sets the baseline, the newest says the rest
  select milestone_id,
         arg_min(baseline_end, revision)  as baseline_end,
         max_by({'measure_id': measure_id, 'issuer_id': issuer_id, 'actual_end': actual_end, 'forecast_end': forecast_end, 'status': status}, revision) as newest
  from   silver.milestone_revision
  group  by milestone_id
),
part as (
  select newest.measure_id as measure_id,
         coalesce(baseline_end <= as_of and newest.status is distinct from 'CANCELLED', false) as is_due,
         coalesce(newest.actual_end <= baseline_end, false)                                    as is_on_time
  from   milestone, today
),
counted as (
  select 'ALL' as entity_level, '' as issuer_id, '' as slice, '' as slice_value, as_of as period_start, count(*) filter (where is_due and is_on_time) as n, count(*) filter (where is_due) as d from today left join part on true group by all
  union all
  select 'ALL', '', 'measure', measure_id, as_of, count(*) filter (where is_due and is_on_time), count(*) filter (where is_due) from part, today where measure_id is not null group by all
),
expected as (
  select entity_level, issuer_id, '' as agent_id, slice, slice_value,
         'POINT' as period_type, period_start, 'ROADMAP' as basis,
         {'numerator': coalesce(n, 0), 'denominator': coalesce(d, 0),
          'value': round(n / nullif(d, 0), 9), 'low': null::double, 'high': null::double} as expected
  from   counted
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'milestone_on_time_rate' and definition_version = 1 and issuer_basis = 'THEN' and coalesce(slice, 'measure') = 'measure') there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
