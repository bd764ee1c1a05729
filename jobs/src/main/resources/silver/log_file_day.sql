/* One row per log file and day. The steps back are looked for within the day, in the order of lines. */
with line as (
  select submission_id, issuer_id, feed_id, front, access_date, event_at, request_id,
         unix_micros(lag(event_at) over (partition by submission_id, access_date order by line))
           - unix_micros(event_at)                                    as step_back_micros
  from   silver.access
)
select submission_id,
       trunc(access_date, 'MM')                                       as month,
       issuer_id, feed_id, front, access_date,
       count(*)                                                       as accepted,
       count(*) filter (where request_id is null)                     as without_request_id,
       min(event_at)                                                  as first_event_at,
       max(event_at)                                                  as last_event_at,
       greatest(coalesce(max(step_back_micros), 0), 0) div 1000000    as largest_step_back_seconds
from   line
group  by submission_id, issuer_id, feed_id, front, access_date
