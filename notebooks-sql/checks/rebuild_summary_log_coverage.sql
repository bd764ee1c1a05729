-- gold.summary_log_coverage once more, from silver.summary_log_day: the days by a series, the covered ones by a semi join, feeds
-- of months without a summary by the last day of the summary before them, else by the first day of the first.
with stated as (
  select distinct issuer_id, feed_id, month, access_date from silver.summary_log_day
),
calendar as (
  select unnest(generate_series(
           (select date_trunc('month', min(access_date)) from silver.summary_log_day where is_covered),
           :as_of::timestamp, interval 1 day))::date as access_date
),
newest as (
  select a.issuer_id, max(r.reference_date) as reference_date
  from   gold.adoption a join silver.survey_round r using (round_id)
  where  a.adoption_status is not null
  group  by a.issuer_id
),
live as (
  select a.issuer_id, min(a.live_since) as live_since
  from   gold.adoption a join silver.survey_round r using (round_id)
         join newest n on n.issuer_id = a.issuer_id and n.reference_date = r.reference_date
  where  a.adoption_status = 'LIVE'
  group  by a.issuer_id
)
select c.access_date,
       date_trunc('month', c.access_date)::date              as month,
       f.issuer_id, f.feed_id,
       coalesce(l.live_since <= c.access_date, false)        as is_due,
       exists (from silver.summary_log_day d
               where d.is_covered and d.issuer_id = f.issuer_id and d.feed_id = f.feed_id
                 and d.access_date = c.access_date)          as is_covered
from   calendar c
       cross join (select distinct issuer_id, feed_id from stated) f
       left join live l on l.issuer_id = f.issuer_id
where  exists (from stated s
               where s.issuer_id = f.issuer_id and s.feed_id = f.feed_id and s.access_date = c.access_date)
   or  not exists (from stated s
                   where s.issuer_id = f.issuer_id and s.month = date_trunc('month', c.access_date))
       and case when c.access_date >= (select min(month) from stated s where s.issuer_id = f.issuer_id)
           then exists (from stated s
                        where s.issuer_id = f.issuer_id and s.feed_id = f.feed_id
                          and s.access_date = (select last_day(max(n.month)) from stated n
                                               where n.issuer_id = f.issuer_id and n.month <= c.access_date))
           else exists (from stated s
                        where s.issuer_id = f.issuer_id and s.feed_id = f.feed_id
                          and s.access_date = (select min(n.month) from stated n where n.issuer_id = f.issuer_id)) end
