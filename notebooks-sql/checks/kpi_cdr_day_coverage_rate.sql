-- KPI cdr_day_coverage_rate from the stated figures: days whose calls are stated over the days of the months from the issuer's first stated day on.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with logged as (                       -- issuers and months of which anything is stated: a day, the month's availability, or what holds at a moment
  select distinct 'CDR_METRICS' as basis, date_trunc('month', period_start)::date as month, issuer_id
  from   silver.cdr_metric
  where  period_type in ('DAY', 'MOMENT') or (metric = 'availability' and aspect = 'aggregate')
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
day as (                          -- the calls of a day are the sum of the five tiers, where all five are stated
  select issuer_id, period_start as stated_date, date_trunc('month', period_start)::date as month,
         sum(millionths) filter (where metric = 'invocations')::bigint // 1000000                         as calls,
         max(millionths) filter (where metric = 'performance' and aspect = 'aggregate')                   as share_millionths,
         count(distinct aspect) filter (where metric = 'invocations')                                     as tiers
  from   silver.cdr_metric
  where  period_type = 'DAY' and hour is null and part is null
    and  (metric <> 'invocations' or aspect in ('unauthenticated', 'highPriority', 'lowPriority', 'unattended', 'largePayload'))
  group  by all
  having tiers = 5
),
part as (
  select l.basis, l.month, l.issuer_id,
         (select count(*) from day d where d.issuer_id = l.issuer_id and d.month = l.month) as n,
         greatest(0, last_day(l.month) - greatest(l.month, f.first_day) + 1)::bigint as d
  from   logged l join (select issuer_id, min(stated_date) as first_day from day group by all) f on f.issuer_id = l.issuer_id
  where  f.first_day <= last_day(l.month)
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
         sum(n)::bigint as n, sum(d)::bigint as d
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
        where  kpi_id = 'cdr_day_coverage_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
