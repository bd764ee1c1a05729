-- gold.cdr_month once more: every month that an issuer says anything of, each figure looked up by itself, and the expected days counted one by one.
with said as (
  select distinct issuer_id, date_trunc('month', period_start)::date as month
  from   silver.cdr_metric
  where  period_type in ('DAY', 'MOMENT') or (metric = 'availability' and aspect = 'aggregate')
)
select s.issuer_id, s.month,
       (select nullif(count(*), 0)
        from   (select unnest(generate_series(s.month, s.month + interval 1 month - interval 1 day, interval 1 day))::date as day)
        where  day >= (select min(d.stated_date) from gold.cdr_day d where d.issuer_id = s.issuer_id and d.calls is not null)) as days_expected,
       (select count(*) from gold.cdr_day d where d.issuer_id = s.issuer_id and d.month = s.month and d.calls is not null)     as days_stated,
       (select sum(d.calls)::bigint from gold.cdr_day d where d.issuer_id = s.issuer_id and d.month = s.month)                 as calls,
       (select count(*) from gold.cdr_day d
        where  d.issuer_id = s.issuer_id and d.month = s.month and d.calls is not null and d.within_millionths is not null)    as days_timed,
       (select sum(d.calls)::bigint from gold.cdr_day d
        where  d.issuer_id = s.issuer_id and d.month = s.month and d.within_millionths is not null)                            as timed_calls,
       (select sum(d.calls_within)::bigint from gold.cdr_day d where d.issuer_id = s.issuer_id and d.month = s.month)          as calls_within,
       (select any_value(m.millionths) from silver.cdr_metric m
        where  m.issuer_id = s.issuer_id and m.period_type = 'MONTH' and m.period_start = s.month
          and  m.metric = 'availability' and m.aspect = 'aggregate')                                                           as availability_millionths,
       (select arg_max(m.millionths, m.period_start) // 1000000 from silver.cdr_metric m
        where  m.issuer_id = s.issuer_id and m.metric = 'customerCount' and date_trunc('month', m.period_start) = s.month)     as customers,
       (select arg_max(m.millionths, m.period_start) // 1000000 from silver.cdr_metric m
        where  m.issuer_id = s.issuer_id and m.metric = 'recipientCount' and date_trunc('month', m.period_start) = s.month)    as recipients,
       (select max(m.period_start) from silver.cdr_metric m
        where  m.issuer_id = s.issuer_id and m.period_type = 'MOMENT' and date_trunc('month', m.period_start) = s.month)       as counted_on
from   said s
