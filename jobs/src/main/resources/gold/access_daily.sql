/* One row per day, issuer, front, agent, access method, rule, route kind, status class and attendance. */
select access_date,
       trunc(access_date, 'MM')                                   as month,
       issuer_id, front, agent_id, access_method, rule_id, route_kind,
       case when status is null or status = 0 then 'NONE'
            when status in (429, 499) then cast(status as string)
            else concat(cast(status div 100 as string), 'xx') end as status_class,
       case when is_attended then 'YES' when not is_attended then 'NO' else 'UNKNOWN' end as attended,
       count(*)                                                   as accesses,
       coalesce(sum(bytes_out), 0)                                as bytes_out,
       count(*) filter (where latency_ms <= 1)                    as lat_le_1,
       count(*) filter (where latency_ms > 1 and latency_ms <= 2) as lat_le_2,
       count(*) filter (where latency_ms > 2 and latency_ms <= 5) as lat_le_5,
       count(*) filter (where latency_ms > 5 and latency_ms <= 10)as lat_le_10,
       count(*) filter (where latency_ms > 10 and latency_ms <= 20)as lat_le_20,
       count(*) filter (where latency_ms > 20 and latency_ms <= 50)as lat_le_50,
       count(*) filter (where latency_ms > 50 and latency_ms <= 100)as lat_le_100,
       count(*) filter (where latency_ms > 100 and latency_ms <= 200)as lat_le_200,
       count(*) filter (where latency_ms > 200 and latency_ms <= 300)as lat_le_300,
       count(*) filter (where latency_ms > 300 and latency_ms <= 500)as lat_le_500,
       count(*) filter (where latency_ms > 500 and latency_ms <= 700)as lat_le_700,
       count(*) filter (where latency_ms > 700 and latency_ms <= 1000)as lat_le_1000,
       count(*) filter (where latency_ms > 1000 and latency_ms <= 1500)as lat_le_1500,
       count(*) filter (where latency_ms > 1500 and latency_ms <= 2000)as lat_le_2000,
       count(*) filter (where latency_ms > 2000 and latency_ms <= 3000)as lat_le_3000,
       count(*) filter (where latency_ms > 3000 and latency_ms <= 5000)as lat_le_5000,
       count(*) filter (where latency_ms > 5000 and latency_ms <= 10000)as lat_le_10000,
       count(*) filter (where latency_ms > 10000 and latency_ms <= 30000)as lat_le_30000,
       count(*) filter (where latency_ms > 30000)                 as lat_gt_30000
from   silver.access
group  by all
