/* ---
kpi_id: api_within_threshold_rate
definition_version: 1
kind: ratio
title: {ja: 応答時間基準内率, en: Share of API calls within the latency threshold}
definition: {ja: "応答時間が記録されたAPI呼出しのうち1,500ミリ秒以下のものの割合", en: "Share of API calls with a latency at or under 1,500 ms"}
formula: 1,500ミリ秒以下のAPI呼出し / 応答時間のあるAPI呼出し。1,500ミリ秒は度数分布の階級の境なので、階級による誤差はない
unit: ratio
better: up
stage: QUALITY
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER]
slices: [size_band, association]
rules: access-classification
reads: [gold.access_daily]
source: カード会社のゲートウェイログ
--- */
with timed as (
  select month, issuer_id, agent_id,
         lat_le_1 + lat_le_2 + lat_le_5 + lat_le_10 + lat_le_20 + lat_le_50 + lat_le_100 + lat_le_200 + lat_le_300 + lat_le_500 + lat_le_700 + lat_le_1000 + lat_le_1500 as within,
         lat_le_2000 + lat_le_3000 + lat_le_5000 + lat_le_10000 + lat_le_30000 + lat_gt_30000 as beyond
  from   gold.access_daily
  where  access_method = 'API'
)
select month, issuer_id, agent_id,
       sum(within)            as numerator,
       sum(within + beyond)   as denominator
from   timed
group  by month, issuer_id, agent_id
