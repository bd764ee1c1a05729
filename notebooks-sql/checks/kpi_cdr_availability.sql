-- KPI cdr_availability from the stated figures: the availability of a month that is over, in millionths over 1,000,000.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with logged as (                       -- issuers and months of which anything is stated: a day, the month's availability, or what holds at a moment
  select distinct 'CDR_METRICS' as basis, date_trunc('month', period_start)::date as month, issuer_id
  from   silver.cdr_metric
  where  period_type in ('DAY', 'MOMENT') or (metric = 'availability' and aspect = 'aggregate')
),
period as (
  select distinct basis, month, 'MONTH' as period_type, month as period_start, 1 as months from logged
),
whole as (                        -- issuers with logs of every month of the period
  select basis, period_type, period_start, issuer_id
  from   period join logged using (basis, month)
  group  by basis, period_type, period_start, issuer_id, months
  having count(*) = months
),
part as (
  select 'CDR_METRICS' as basis, date_trunc('month', period_start)::date as month, issuer_id, max(millionths) as n
  from   silver.cdr_metric
  where  period_type = 'MONTH' and metric = 'availability' and aspect = 'aggregate' and hour is null and part is null
  group  by all
),
held as (
  from part join period using (basis, month)
),
member as (                       -- everybody who must have a row
  select distinct 'ISSUER' as entity_level, issuer_id, '' as agent_id, basis, period_type, period_start
  from   period join (select distinct basis, issuer_id from logged) using (basis)
),
counted as (
  select 'ISSUER' as entity_level, issuer_id, '' as agent_id, basis, period_type, period_start,
         sum(n)::bigint as n, if(count(n) > 0, 1000000, 0)::bigint as d
  from   held semi join whole using (basis, period_type, period_start, issuer_id) group by all
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         period_type, period_start, basis,
         {'numerator': coalesce(n, 0), 'denominator': coalesce(d, 0),
          'value': round(n / 1000000, 9), 'low': null::double, 'high': null::double} as expected
  from   counted full join member using (entity_level, issuer_id, agent_id, basis, period_type, period_start)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'cdr_availability' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
