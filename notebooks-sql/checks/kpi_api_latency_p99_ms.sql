-- KPI api_latency_p99_ms from the accepted log lines: the upper edge of the latency bucket in which the ceil(99 % of n)-th fastest of the n API calls with
-- a latency lies; low and high are the bucket's edges. Beyond 30,000 ms there is no value, and low alone is known.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with logged as (                       -- months and issuers with a log; an issuer's own summary of its logs is a basis of its own
  select distinct 'GATEWAY_LOG' as basis, date_trunc('month', access_date)::date as month, issuer_id from silver.access
  union all
  select distinct 'ISSUER_SUMMARY', month, issuer_id from silver.summary_access_daily
),
period as (                       -- the months, and the quarters and fiscal years of whose every month there are logs
  select distinct basis, month, 'MONTH' as period_type, month as period_start, 1 as months from logged
  union all
  select basis, month, 'QUARTER_FY', date_trunc('quarter', month)::date, 3 from (select distinct basis, month from logged)
  qualify count(*) over (partition by basis, date_trunc('quarter', month)) = 3
  union all
  select basis, month, 'FY', make_date(year(month - interval 3 month), 4, 1), 12 from (select distinct basis, month from logged)
  qualify count(*) over (partition by basis, year(month - interval 3 month)) = 12
),
whole as (                        -- issuers with logs of every month of the period
  select basis, period_type, period_start, issuer_id
  from   period join logged using (basis, month)
  group  by basis, period_type, period_start, issuer_id, months
  having count(*) = months
),
edge as (
  select unnest([1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 10000, 30000]) as edge
),
sorted as (                       -- how many calls lie in which bucket; null is the open one
  select 'GATEWAY_LOG' as basis, date_trunc('month', access_date)::date as month, issuer_id, agent_id,
         (select min(edge) from edge where edge >= latency_ms) as upper, count(latency_ms)::bigint as calls
  from   silver.access
  where  access_method = 'API'
  group  by all
  union all
  select 'ISSUER_SUMMARY', month, issuer_id, agent_id, unnest([1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 10000, 30000, null]),
         unnest([lat_le_1, lat_le_2, lat_le_5, lat_le_10, lat_le_20, lat_le_50, lat_le_100, lat_le_200, lat_le_300, lat_le_500, lat_le_700,
                 lat_le_1000, lat_le_1500, lat_le_2000, lat_le_3000, lat_le_5000, lat_le_10000, lat_le_30000, lat_gt_30000])
  from   silver.summary_access_daily
  where  access_method = 'API'
),
part as (
  select basis, month, issuer_id, agent_id, upper, sum(calls)::bigint as calls from sorted group by all
),
held as (
  from part join period using (basis, month)
),
spread as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start, upper, sum(calls) as calls from held group by all
  union all
  select 'ISSUER', issuer_id, '', basis, period_type, period_start, upper, sum(calls)
  from   held semi join whole using (basis, period_type, period_start, issuer_id) group by all
  union all
  select 'PAIR', issuer_id, agent_id, basis, period_type, period_start, upper, sum(calls)
  from   held semi join whole using (basis, period_type, period_start, issuer_id) where agent_id is not null group by all
),
counted as (
  select entity_level, issuer_id, agent_id, basis, period_type, period_start, any_value(n) as n,
         min(upper) filter (where reached >= rank)                                            as value,
         coalesce((select max(edge) from edge where edge < value), if(value is null, 30000, 0)) as below
  from   (select *, sum(calls) over entity::bigint as n, (sum(calls) over entity * 99 + 99) // 100 as rank,
                 sum(calls) over (partition by entity_level, issuer_id, agent_id, basis, period_type, period_start order by upper nulls last) as reached
          from   spread
          window entity as (partition by entity_level, issuer_id, agent_id, basis, period_type, period_start))
  group  by all
),
member as (                       -- everybody who must have a row
  select distinct 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start from period
  union all
  select distinct 'ISSUER', issuer_id, '', basis, period_type, period_start from period join (select distinct basis, issuer_id from logged) using (basis)
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         period_type, period_start, basis,
         {'numerator': 0::bigint, 'denominator': coalesce(n, 0),
          'value': round(if(n > 0, value, null), 9), 'low': round(if(n > 0, below, null), 9), 'high': round(if(n > 0, value, null), 9)} as expected
  from   counted full join member using (entity_level, issuer_id, agent_id, basis, period_type, period_start)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'api_latency_p99_ms' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
