-- KPI residual_scraping_count from the accepted log lines of the members' sites: SCRAPING accesses after the day on which the issuer stops it (A11_03 of the
-- newest round up to the month's end; blank = nothing to count); a month that ends by that day, or without a log of the member site, is empty.
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
site as (
  select 'GATEWAY_LOG' as basis, access_date, issuer_id, count(*) filter (where access_method = 'SCRAPING') as scraping
  from   silver.access where front = 'web' group by all
  union all
  select 'ISSUER_SUMMARY', access_date, issuer_id, coalesce(sum(accesses) filter (where access_method = 'SCRAPING'), 0)
  from   silver.summary_access_daily where front = 'web' group by all
),
announced as (                    -- by month, what the newest round up to its end says
  select l.basis, l.month, l.issuer_id, a.value::date as stops_on
  from   logged l
         join silver.survey_round r
           on r.reference_date = (select max(reference_date) from silver.survey_round where reference_date <= last_day(l.month))
         join silver.answer a
           on  a.round_id = r.round_id and a.respondent_id = l.issuer_id and a.question_id = 'A11_03' and a.value_state = 'REPORTED'
),
part as (
  select a.basis, a.month, a.issuer_id, null as agent_id, coalesce(sum(s.scraping) filter (where s.access_date > a.stops_on), 0)::bigint as n
  from   announced a
         join site s on s.basis = a.basis and s.issuer_id = a.issuer_id and date_trunc('month', s.access_date) = a.month
  where  a.stops_on < last_day(a.month)
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
         sum(n)::bigint as n
  from   held semi join whole using (basis, period_type, period_start, issuer_id) group by all
),
expected as (
  select entity_level, issuer_id, agent_id, '' as slice, '' as slice_value,
         period_type, period_start, basis,
         {'numerator': coalesce(n, 0), 'denominator': 0::bigint,
          'value': round(n, 9), 'low': null::double, 'high': null::double} as expected
  from   counted full join member using (entity_level, issuer_id, agent_id, basis, period_type, period_start)
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'residual_scraping_count' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
