-- KPI log_coverage_rate from the days of the log files: days with an accepted row over days, per registered feed of issuers with a LIVE line
-- (A2_02 <= day). Days run from the first day of the first month of any log to the as-of date, within the feed's own dates; a feed that landing holds logs
-- but no feed.yaml of has days up to its last log. Days of one file more than 7 days apart from its bulk are a wrong clock and don't count.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with today as (
  select max(as_of) as as_of from gold.kpi_value
),
island as (                       -- the runs of days of a file without a stretch of more than 7 empty days
  select *, sum(is_new) over (partition by submission_id order by access_date) as island
  from   (select *, (access_date - lag(access_date) over (partition by submission_id order by access_date) > 8)::int as is_new from silver.log_file_day)
),
covered as (
  select distinct issuer_id, feed_id, access_date
  from   island
  where  (submission_id, coalesce(island, 0)) in (
           select (submission_id, arg_max(island, (accepted, -island)))
           from   (select submission_id, coalesce(island, 0) as island, sum(accepted) as accepted from island group by all)
           group  by submission_id)
),
feed as (
  select issuer_id, feed_id, valid_from, coalesce(valid_to, as_of) as valid_to from silver.gateway_feed, today
  union all
  select distinct issuer_id, feed_id, null, null from silver.log_file_day anti join silver.gateway_feed using (issuer_id, feed_id)
),
day as (
  select unnest(generate_series(date_trunc('month', (select min(access_date) from covered)), (select as_of from today)::timestamp, interval 1 day))::date as access_date
),
live as (                         -- since when an issuer has a LIVE line, by the newest round in which it stated a status
  select a.respondent_id as issuer_id, min(s.value::date) as live_since
  from   silver.answer a
         join silver.survey_round r using (round_id)
         left join silver.answer s
           on  s.round_id = a.round_id and s.respondent_id = a.respondent_id and s.product_line_id = a.product_line_id
           and s.question_id = 'A2_02' and s.value_state = 'REPORTED'
  where  a.question_id = 'A2_01' and a.value_state = 'REPORTED' and a.value = 'LIVE'
    and  r.reference_date = (select max(q.reference_date) from silver.answer n join silver.survey_round q using (round_id)
                             where  n.question_id = 'A2_01' and n.value_state = 'REPORTED' and n.respondent_id = a.respondent_id)
  group  by all
),
logged as (
  select distinct 'GATEWAY_LOG' as basis, month, issuer_id from silver.log_file_day
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
feed_day as (
  select 'GATEWAY_LOG' as basis, f.issuer_id, f.feed_id, d.access_date, (f.issuer_id, f.feed_id, d.access_date) in (select (issuer_id, feed_id, access_date) from covered) as is_covered
  from   day d cross join feed f
         left join (select issuer_id, feed_id, min(access_date) as first_day, max(access_date) as last_day from covered group by all) c
           on c.issuer_id = f.issuer_id and c.feed_id = f.feed_id
  where  (f.valid_from is null or d.access_date >= least(f.valid_from, coalesce(c.first_day, f.valid_from)))
    and  d.access_date <= greatest(f.valid_to, c.last_day)
  union all
  select 'ISSUER_SUMMARY', issuer_id, feed_id, access_date, is_covered from gold.summary_log_coverage
),
part as (
  select basis, date_trunc('month', access_date)::date as month, issuer_id, null as agent_id,
         count(*) filter (where is_covered) as n, count(*) as d
  from   feed_day join live using (issuer_id)
  where  live_since <= access_date
  group  by all
),
held as (                         -- a month of which no log came at all is one of the industry's months too
  from part join period using (basis, month)
  union all by name
  select *, 'MONTH' as period_type, month as period_start from part anti join logged using (basis, month)
),
member as (                       -- everybody who must have a row
  select distinct 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start from period
  union all
  select distinct 'ISSUER', issuer_id, '', basis, period_type, period_start from period join (select distinct basis, issuer_id from logged) using (basis)
),
counted as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, basis, period_type, period_start,
         sum(n)::bigint as n, sum(d)::bigint as d
  from   held group by all
  union all
  select 'ISSUER', issuer_id, '', basis, period_type, period_start,
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
        where  kpi_id = 'log_coverage_rate' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
