-- silver.log_file_day once more, from silver.access: a step back is told by the line before, joined by its number in the day.
with numbered as (
  select *, row_number() over (partition by submission_id, access_date order by line) as place
  from   silver.access
)
select one.submission_id,
       date_trunc('month', any_value(one.access_date))::date                        as month,
       any_value(one.issuer_id)                                                      as issuer_id,
       any_value(one.feed_id)                                                        as feed_id,
       any_value(one.front)                                                          as front,
       one.access_date,
       count(*)                                                                      as accepted,
       sum(case when one.request_id is null then 1 else 0 end)::bigint               as without_request_id,
       min(one.event_at)                                                             as first_event_at,
       max(one.event_at)                                                             as last_event_at,
       max(case when above.event_at > one.event_at
                then (epoch_us(above.event_at) - epoch_us(one.event_at)) // 1000000 else 0 end)::bigint as largest_step_back_seconds
from   numbered one
       left join numbered above
         on above.submission_id = one.submission_id and above.access_date = one.access_date and above.place = one.place - 1
group  by one.submission_id, one.access_date
