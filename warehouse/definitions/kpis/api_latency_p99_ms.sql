/* ---
kpi_id: api_latency_p99_ms
definition_version: 1
kind: quantile
quantile_percent: 99
title: {ja: 応答時間（99パーセンタイル）, en: "API latency, 99th percentile"}
definition: {ja: "応答時間が記録されたAPI呼出しを速い順に並べ、99％目に当たる呼出しが入る度数分布の階級の上端（ミリ秒）。真の値は下限（階級の下端）を超え上限（上端）以下。30,000ミリ秒を超える階級には上端がないため、値は空で下限だけを示す", en: "Upper edge (ms) of the histogram's first bucket that reaches 99 % of the API calls with a latency. The true value lies above value_low, the bucket's lower edge, and at or under value_high, its upper edge; beyond 30,000 ms no upper edge is known, and only value_low stands"}
formula: "累積度数が⌈99％×n⌉に初めて達する階級の上端。n（分母）は応答時間のあるAPI呼出し。階級の幅が誤差の上限"
unit: ms
better: down
stage: QUALITY
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER, PAIR]
slices: [size_band, association]
rules: access-classification
reads: [gold.access_daily]
source: カード会社のゲートウェイログ
--- */
select month, issuer_id, agent_id,
       sum(lat_le_1) as lat_le_1,
       sum(lat_le_2) as lat_le_2,
       sum(lat_le_5) as lat_le_5,
       sum(lat_le_10) as lat_le_10,
       sum(lat_le_20) as lat_le_20,
       sum(lat_le_50) as lat_le_50,
       sum(lat_le_100) as lat_le_100,
       sum(lat_le_200) as lat_le_200,
       sum(lat_le_300) as lat_le_300,
       sum(lat_le_500) as lat_le_500,
       sum(lat_le_700) as lat_le_700,
       sum(lat_le_1000) as lat_le_1000,
       sum(lat_le_1500) as lat_le_1500,
       sum(lat_le_2000) as lat_le_2000,
       sum(lat_le_3000) as lat_le_3000,
       sum(lat_le_5000) as lat_le_5000,
       sum(lat_le_10000) as lat_le_10000,
       sum(lat_le_30000) as lat_le_30000,
       sum(lat_gt_30000) as lat_gt_30000
from   gold.access_daily
where  access_method = 'API'
group  by month, issuer_id, agent_id
