/* Question: whose API is slow? 応答時間の分布（カード会社別、最新の月）
   Reads gold.access_daily. Shares of API calls that have a latency: at most 300 ms, 1,500 ms (the threshold of
   api_within_threshold_rate), over 5 s. Buckets are not cumulative, so they are added up here. */
with newest as (
  select max(month) as month from gold.access_daily where access_method = 'API'
),
calls as (
  select issuer_id,
         sum(lat_le_1 + lat_le_2 + lat_le_5 + lat_le_10 + lat_le_20 + lat_le_50 + lat_le_100 + lat_le_200 + lat_le_300) as to_300,
         sum(lat_le_500 + lat_le_700 + lat_le_1000 + lat_le_1500)                                                       as to_1500,
         sum(lat_le_2000 + lat_le_3000 + lat_le_5000)                                                                   as to_5000,
         sum(lat_le_10000 + lat_le_30000 + lat_gt_30000)                                                                as beyond
  from   gold.access_daily join newest using (month)
  where  access_method = 'API'
  group  by issuer_id
)
select issuer_id,
       to_300 + to_1500 + to_5000 + beyond                                                         as calls_with_latency,
       round(to_300 / nullif(to_300 + to_1500 + to_5000 + beyond, 0), 3)                           as share_to_300_ms,
       round((to_300 + to_1500) / nullif(to_300 + to_1500 + to_5000 + beyond, 0), 3)               as share_to_1500_ms,
       round(beyond / nullif(to_300 + to_1500 + to_5000 + beyond, 0), 3)                           as share_over_5_s
from   calls
order  by share_to_1500_ms nulls last, issuer_id
