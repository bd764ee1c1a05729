/* One row per day and feed of a standing summary, from the first month with a line in any summary to the as-of date; of
   a month with a summary, the days that it has. */
with summary as (
  select distinct issuer_id, month from silver.summary_log_day
),
first_month as (
  select trunc(min(access_date), 'MM') as first_day from silver.summary_log_day where is_covered
),
calendar as (
  select explode(sequence(first_day, :as_of, interval 1 day)) as access_date
  from   first_month
  where  first_day <= :as_of
),
/* Which summary says what feeds there are: the month's own, else the one before, else the first. */
telling as (
  select c.access_date, s.issuer_id,
         coalesce(max(s.month) filter (where s.month <= trunc(c.access_date, 'MM')), min(s.month)) as month
  from   calendar c cross join summary s
  group  by c.access_date, s.issuer_id
),
/* Since when an issuer has a line in production, by the newest round in which it answered. */
answered as (
  select a.issuer_id, a.adoption_status, a.live_since,
         max(r.reference_date) over (partition by a.issuer_id) = r.reference_date as is_newest
  from   gold.adoption a join silver.survey_round r using (round_id)
  where  a.adoption_status is not null
),
live as (
  select issuer_id, min(live_since) as live_since
  from   answered
  where  is_newest and adoption_status = 'LIVE'
  group  by issuer_id
)
select c.access_date,
       trunc(c.access_date, 'MM')                            as month,
       c.issuer_id, d.feed_id,
       coalesce(l.live_since <= c.access_date, false)        as is_due,
       d.is_covered and d.access_date = c.access_date        as is_covered
from   telling c
       join silver.summary_log_day d
         on d.issuer_id = c.issuer_id
        and d.access_date = greatest(c.month, least(c.access_date, last_day(c.month)))
       left join live l on l.issuer_id = c.issuer_id
