-- KPI scraping_share_by_fetch from the accepted log lines: S / (S + F), over issuers with logs of both fronts in the month. S = SCRAPING accesses to
-- login routes of the web front; F = distinct (issuer, agent, user, clock hour in Japan) with a 2xx API call, on whatever route.
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
both_fronts as (                  -- issuers and months of which there are logs of the API front and of the web front
  select basis, month, issuer_id
  from   (select distinct 'GATEWAY_LOG' as basis, date_trunc('month', access_date)::date as month, issuer_id, front from silver.access
          union all
          select distinct 'ISSUER_SUMMARY', month, issuer_id, front from silver.summary_access_daily)
  where  front in ('api', 'web')
  group  by all
  having count(*) = 2
),
part as (
  select basis, month, issuer_id, null as agent_id, sum(s) as s, sum(f) as f
  from   (select 'GATEWAY_LOG' as basis, date_trunc('month', access_date)::date as month, issuer_id,
                 count(*) filter (where front = 'web' and access_method = 'SCRAPING' and route_kind = 'login')        as s,
                 count(distinct (agent_id, user_hash, event_at // 3600))
                   filter (where access_method = 'API' and status between 200 and 299 and user_hash is not null)      as f
          from   (select * replace (epoch(event_at)::bigint as event_at) from silver.access) group by all
          union all
          select 'ISSUER_SUMMARY', month, issuer_id, coalesce(sum(accesses), 0), 0
          from   silver.summary_access_daily where front = 'web' and access_method = 'SCRAPING' and route_kind = 'login' group by all
          union all
          select 'ISSUER_SUMMARY', month, issuer_id, 0, sum(fetches) from silver.summary_fetch_month group by all)
         semi join both_fronts using (basis, month, issuer_id)
  group  by all
),
held as (
  from part join period using (basis, month)
),
member as (                       -- everybody who must have a row
  select distinct 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start from period
  union all
  select distinct 'ISSUER', issuer_id, '', basis, period_type, period_start from period join (select distinct basis, issuer_id from logged) using (basis)
),
counted as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start,
         sum(s)::bigint as n, sum(s + f)::bigint as d
  from   held group by all
  union all
  select 'ISSUER', issuer_id, '', basis, period_type, period_start,
         sum(s)::bigint as n, sum(s + f)::bigint as d
  from   held semi join whole using (basis, period_type, period_start, issuer_id) group by all
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         period_type, period_start, basis,
         {'numerator': coalesce(n, 0), 'denominator': coalesce(d, 0),
          'value': round(n / nullif(d, 0), 9), 'low': null::double, 'high': null::double} as expected
  from   counted full join member using (entity_level, issuer_id, agent_id, basis, period_type, period_start)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'scraping_share_by_fetch' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
