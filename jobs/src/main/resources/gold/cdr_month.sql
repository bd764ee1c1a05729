/* One row per issuer and month; the days stated are added up, and how many they are stands beside the sums. */
with first_day as (
  select issuer_id, min(stated_date) as stated_from from gold.cdr_day where calls is not null group by issuer_id
),
day as (
  select issuer_id, month,
         count(calls)                                                       as days_stated,
         sum(calls)                                                         as calls,
         count(calls_within)                                                as days_timed,
         sum(calls) filter (where calls_within is not null)                 as timed_calls,
         sum(calls_within)                                                  as calls_within
  from   gold.cdr_day
  group  by issuer_id, month
),
availability as (
  select issuer_id, period_start as month, millionths as availability_millionths
  from   silver.cdr_metric
  where  period_type = 'MONTH' and metric = 'availability' and aspect = 'aggregate'
),
moment as (
  select issuer_id, cast(date_trunc('MONTH', period_start) as date) as month,
         max_by(millionths, period_start) filter (where metric = 'customerCount') div 1000000  as customers,
         max_by(millionths, period_start) filter (where metric = 'recipientCount') div 1000000 as recipients,
         max(period_start)                                                                     as counted_on
  from   silver.cdr_metric
  where  period_type = 'MOMENT'
  group  by issuer_id, cast(date_trunc('MONTH', period_start) as date)
),
known as (
  select issuer_id, month from day union select issuer_id, month from availability union select issuer_id, month from moment
)
select k.issuer_id, k.month,
       case when last_day(k.month) >= f.stated_from
            then cast(datediff(last_day(k.month), greatest(k.month, f.stated_from)) + 1 as bigint) end as days_expected,
       coalesce(d.days_stated, 0) as days_stated, d.calls,
       coalesce(d.days_timed, 0)  as days_timed, d.timed_calls, d.calls_within,
       a.availability_millionths, m.customers, m.recipients, m.counted_on
from   known k
       left join first_day f on f.issuer_id = k.issuer_id
       left join day d on d.issuer_id = k.issuer_id and d.month = k.month
       left join availability a on a.issuer_id = k.issuer_id and a.month = k.month
       left join moment m on m.issuer_id = k.issuer_id and m.month = k.month
