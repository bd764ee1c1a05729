-- KPI api_server_ok_rate from the accepted log lines: API calls with a status from 100 to 499 over API calls; 429, 499, 0 and a missing status are in neither.
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
part as (
  select 'GATEWAY_LOG' as basis, date_trunc('month', access_date)::date as month, issuer_id, agent_id,
         count(*) filter (where status between 100 and 499 and status not in (429, 499)) as n,
         count(*) filter (where status > 0 and status not in (429, 499)) as d
  from   silver.access
  where  access_method = 'API'
  group  by all
  union all
  select 'ISSUER_SUMMARY', month, issuer_id, agent_id,
         sum(accesses) filter (where status_class in ('1xx', '2xx', '3xx', '4xx')),
         sum(accesses) filter (where status_class not in ('NONE', '429', '499'))
  from   silver.summary_access_daily
  where  access_method = 'API'
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
         coalesce(sum(n), 0)::bigint as n, coalesce(sum(d), 0)::bigint as d
  from   held group by all
  union all
  select 'ISSUER', issuer_id, '', basis, period_type, period_start,
         coalesce(sum(n), 0)::bigint as n, coalesce(sum(d), 0)::bigint as d
  from   held semi join whole using (basis, period_type, period_start, issuer_id) group by all
  union all
  select 'PAIR', issuer_id, agent_id, basis, period_type, period_start,
         coalesce(sum(n), 0)::bigint as n, coalesce(sum(d), 0)::bigint as d
  from   held semi join whole using (basis, period_type, period_start, issuer_id) where agent_id is not null group by all
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
        where  kpi_id = 'api_server_ok_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
