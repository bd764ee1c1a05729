-- KPI active_user_count from the accepted log lines: distinct users per issuer with a 2xx API call in the month. Pseudonyms are keyed per issuer, so that
-- the count of an agent is the sum over issuers of its users there, and that of all the sum of the issuers'. An issuer's own summary states its counts.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with logged as (                       -- months and issuers with a log; an issuer's own summary of its logs is a basis of its own
  select distinct 'GATEWAY_LOG' as basis, date_trunc('month', access_date)::date as month, issuer_id from silver.access
  union all
  select distinct 'ISSUER_SUMMARY', month, issuer_id from silver.summary_access_daily
),
period as (
  select distinct basis, month, 'MONTH' as period_type, month as period_start, 1 as months from logged
),
hit as (
  select date_trunc('month', access_date)::date as month, issuer_id, agent_id, user_hash
  from   silver.access
  where  access_method = 'API' and status between 200 and 299 and user_hash is not null
),
issuer_users as (
  select 'GATEWAY_LOG' as basis, month, issuer_id, count(distinct user_hash) as users from hit group by all
  union all
  select 'ISSUER_SUMMARY', month, issuer_id, users from silver.summary_issuer_month_users
),
pair_users as (
  select 'GATEWAY_LOG' as basis, month, issuer_id, agent_id, count(distinct user_hash) as users from hit group by all
  union all
  select 'ISSUER_SUMMARY', month, issuer_id, agent_id, users from silver.summary_fetch_month
),
member as (                       -- everybody who must have a row
  select distinct 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start from period
  union all
  select distinct 'ISSUER', issuer_id, '', basis, period_type, period_start from period join (select distinct basis, issuer_id from logged) using (basis)
),
counted as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, month as period_start, sum(users)::bigint as n from issuer_users group by all
  union all
  select 'ISSUER', issuer_id, '', basis, month, users from issuer_users
  union all
  select 'AGENT', '', agent_id, basis, month, sum(users)::bigint from pair_users where agent_id is not null group by all
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         'MONTH' as period_type, period_start, basis,
         {'numerator': coalesce(n, 0), 'denominator': 0::bigint,
          'value': round(n, 9), 'low': null::double, 'high': null::double} as expected
  from   counted full join member using (entity_level, issuer_id, agent_id, basis, period_start)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'active_user_count' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
