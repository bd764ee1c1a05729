-- KPI milestone_slip_days from the statements about milestones: over the milestones due or ended and not CANCELLED, the days by which the end lies behind
-- the baseline end, 0 where it does not; the end is the actual one, else the later of the newest forecast and the as-of date. All together, by measure, by issuer.
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
part as (                         -- null for a milestone that does not count
  select newest.measure_id as measure_id, newest.issuer_id as issuer_id,
         case when (baseline_end <= as_of or newest.actual_end is not null) and newest.status is distinct from 'CANCELLED'
              then greatest(0, coalesce(newest.actual_end, greatest(newest.forecast_end, as_of)) - baseline_end) end as slip_days
  from   milestone, today
),
counted as (
  select 'ALL' as entity_level, '' as issuer_id, '' as slice, '' as slice_value, as_of as period_start, coalesce(sum(slip_days), 0)::bigint as n, count(slip_days) as d from today left join part on true group by all
  union all
  select 'ALL', '', 'measure', measure_id, as_of, coalesce(sum(slip_days), 0)::bigint, count(slip_days) from part, today where measure_id is not null group by all
  union all
  select 'ISSUER', issuer_id, '', '', as_of, coalesce(sum(slip_days), 0)::bigint, count(slip_days) from part, today where issuer_id is not null group by all
  union all
  select 'ISSUER', issuer_id, 'measure', measure_id, as_of, coalesce(sum(slip_days), 0)::bigint, count(slip_days) from part, today where issuer_id is not null and measure_id is not null group by all
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
        where  kpi_id = 'milestone_slip_days' and definition_version = 1 and issuer_basis = 'THEN' and coalesce(slice, 'measure') = 'measure') there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
