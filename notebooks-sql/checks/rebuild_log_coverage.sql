-- gold.log_coverage once more, from silver.log_file_day: gaps and islands for a file's bulk, a window for the median.
with stepped as (
  select *,
         case when access_date - lag(access_date) over file - 1 > :clock_jump_days then 1 else 0 end as is_new_part
  from   silver.log_file_day
  window file as (partition by submission_id order by access_date)
),
parted as (
  select *, sum(is_new_part) over (partition by submission_id order by access_date) as part
  from   stepped
),
bulk as (
  select submission_id, part
  from   parted
  group  by submission_id, part
  qualify row_number() over (partition by submission_id order by sum(accepted) desc, part) = 1
),
file_day as (
  select p.*,
         p.access_date = min(p.access_date) over (partition by p.submission_id) as is_first_of_file
  from   parted p join bulk using (submission_id, part)
),
day as (
  select issuer_id, feed_id, access_date,
         count(*)                                                        as files,
         sum(f.accepted)::bigint                                         as accepted,
         coalesce(sum(g.duplicates) filter (where is_first_of_file), 0)::bigint  as duplicates,
         coalesce(sum(g.rejected) filter (where is_first_of_file), 0)::bigint    as rejected,
         min(first_event_at)                                             as first_event_at,
         max(last_event_at)                                              as last_event_at
  from   file_day f left join (select submission_id, duplicates, rejected from silver.log_file) g using (submission_id)
  group  by all
),
ruled as (
  select *,
         count(*) over before            as days_before,
         median(accepted) over before    as median_before
  from   day
  window before as (partition by issuer_id, feed_id order by access_date
                    range between interval (:low_window_days) day preceding and interval 1 day preceding)
),
span as (
  select issuer_id, feed_id, min(access_date) as first_day, max(access_date) as last_day from day group by all
),
feed as (
  select issuer_id, feed_id, valid_from, coalesce(valid_to, :as_of) as valid_to from silver.gateway_feed
  union all
  select distinct issuer_id, feed_id, null, null
  from   silver.log_file_day anti join silver.gateway_feed using (issuer_id, feed_id)
),
calendar as (
  select unnest(generate_series((select date_trunc('month', min(first_day)) from span), :as_of::timestamp, interval 1 day))::date as access_date
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
       date_trunc('month', c.access_date)::date                          as month,
       f.issuer_id, f.feed_id,
       coalesce(l.live_since <= c.access_date, false)                    as is_due,
       d.files is not null                                               as is_covered,
       d.files is null and coalesce(c.access_date > s.first_day and c.access_date < s.last_day, false) as is_gap,
       coalesce(d.days_before >= :low_fewest_days and d.median_before >= :low_least_median
                and d.accepted * 100 <= d.median_before * (100 - :low_percent_below), false)        as is_low,
       coalesce(d.files, 0)                                              as files,
       coalesce(d.accepted, 0)                                           as accepted,
       coalesce(d.duplicates, 0)                                         as duplicates,
       coalesce(d.rejected, 0)                                           as rejected,
       case when d.days_before >= :low_fewest_days then d.median_before::double end                 as median_accepted,
       d.first_event_at, d.last_event_at
from   calendar c cross join feed f
       left join ruled d on d.access_date = c.access_date and d.issuer_id = f.issuer_id and d.feed_id = f.feed_id
       left join span s on s.issuer_id = f.issuer_id and s.feed_id = f.feed_id
       left join live l on l.issuer_id = f.issuer_id
-- A feed's own days, and whatever it handed in besides; one without feed.yaml hands in nothing behind its last log.
where  (f.valid_from is null or c.access_date >= f.valid_from or c.access_date >= s.first_day)
  and  (c.access_date <= f.valid_to or c.access_date <= s.last_day)
