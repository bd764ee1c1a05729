-- gold.access_daily once more, from silver.access alone: the bucket is looked up in a list of edges.
with access as (
  select *,
         case when latency_ms is null then null
              else len(list_filter([1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 10000, 30000], lambda edge: edge < latency_ms)) end as bucket
  from   silver.access
)
select access_date,
       make_date(year(access_date), month(access_date), 1)          as month,
       issuer_id, front, agent_id, access_method, rule_id, route_kind,
       case when coalesce(status, 0) = 0 then 'NONE'
            when status = 429 then '429'
            when status = 499 then '499'
            else left(status::varchar, 1) || 'xx' end                as status_class,
       case is_attended when true then 'YES' when false then 'NO' else 'UNKNOWN' end             as attended,
       count(*)                                                      as accesses,
       coalesce(sum(bytes_out), 0)::bigint                           as bytes_out,
       count(*) filter (where bucket = 0)         as lat_le_1,
       count(*) filter (where bucket = 1)         as lat_le_2,
       count(*) filter (where bucket = 2)         as lat_le_5,
       count(*) filter (where bucket = 3)         as lat_le_10,
       count(*) filter (where bucket = 4)         as lat_le_20,
       count(*) filter (where bucket = 5)         as lat_le_50,
       count(*) filter (where bucket = 6)         as lat_le_100,
       count(*) filter (where bucket = 7)         as lat_le_200,
       count(*) filter (where bucket = 8)         as lat_le_300,
       count(*) filter (where bucket = 9)         as lat_le_500,
       count(*) filter (where bucket = 10)        as lat_le_700,
       count(*) filter (where bucket = 11)        as lat_le_1000,
       count(*) filter (where bucket = 12)        as lat_le_1500,
       count(*) filter (where bucket = 13)        as lat_le_2000,
       count(*) filter (where bucket = 14)        as lat_le_3000,
       count(*) filter (where bucket = 15)        as lat_le_5000,
       count(*) filter (where bucket = 16)        as lat_le_10000,
       count(*) filter (where bucket = 17)        as lat_le_30000,
       count(*) filter (where bucket = 18)      as lat_gt_30000
from   access
group  by all
