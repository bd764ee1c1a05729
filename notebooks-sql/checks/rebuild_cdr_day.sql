-- gold.cdr_day once more, from silver alone: each figure of a day is looked up in a map by its name, and the tiers are added one by one.
with day as (
  select issuer_id, period_start as stated_date,
         map_from_entries(list((metric || coalesce('.' || aspect, ''), millionths))
                            filter (where hour is null and part is null))              as said
  from   silver.cdr_metric
  where  period_type = 'DAY'
  group  by all
),
counted as (
  select issuer_id, stated_date, said,
         (said['invocations.unauthenticated'] + said['invocations.highPriority'] + said['invocations.lowPriority']
            + said['invocations.unattended'] + said['invocations.largePayload']) // 1000000 as calls
  from   day
)
select issuer_id, stated_date, date_trunc('month', stated_date)::date                       as month,
       calls, said['performance.aggregate']                                                 as within_millionths,
       (calls::hugeint * said['performance.aggregate'] + 500000) // 1000000                      as calls_within,
       said['errors.aggregate'] // 1000000                                                  as server_errors,
       (said['rejections.authenticated'] + said['rejections.unauthenticated']) // 1000000   as rejections,
       said['sessionCount'] // 1000000                                                      as sessions
from   counted
