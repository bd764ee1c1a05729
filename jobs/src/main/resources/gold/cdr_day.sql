/* One row per issuer and day. What one tier or side does not state is not 0: the sum is then empty. */
with stated as (
  select issuer_id, period_start as stated_date, millionths,
         case when metric = 'invocations' and aspect in ('unauthenticated', 'highPriority', 'lowPriority', 'unattended', 'largePayload') then 'CALLS'
              when metric = 'performance' and aspect = 'aggregate' then 'WITHIN'
              when metric = 'errors' and aspect = 'aggregate' then 'ERRORS'
              when metric = 'rejections' then 'REJECTIONS'
              when metric = 'sessionCount' then 'SESSIONS' end as figure
  from   silver.cdr_metric
  where  period_type = 'DAY'
),
day as (
  select issuer_id, stated_date,
         case when count(*) filter (where figure = 'CALLS') = 5
              then sum(millionths) filter (where figure = 'CALLS') div 1000000 end      as calls,
         max(millionths) filter (where figure = 'WITHIN')                               as within_millionths,
         max(millionths) filter (where figure = 'ERRORS') div 1000000                   as server_errors,
         case when count(*) filter (where figure = 'REJECTIONS') = 2
              then sum(millionths) filter (where figure = 'REJECTIONS') div 1000000 end as rejections,
         max(millionths) filter (where figure = 'SESSIONS') div 1000000                 as sessions
  from   stated
  group  by issuer_id, stated_date
)
select issuer_id, stated_date, cast(date_trunc('MONTH', stated_date) as date) as month,
       calls, within_millionths, (calls * within_millionths + 500000) div 1000000 as calls_within,
       server_errors, rejections, sessions
from   day
