/* ---
kpi_id: api_server_ok_rate
definition_version: 1
kind: ratio
title: {ja: サーバエラー以外の応答割合, en: Share of API calls without server error}
definition: {ja: API呼出しのうちサーバエラー以外で応答した割合。429、499、0及び欠測は分子分母に含めない, en: "Share of API calls answered with 100 to 499; 429, 499, 0 and missing left out of both"}
formula: 状態100～499のAPI呼出し / API呼出し
unit: ratio
better: up
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
       coalesce(sum(accesses) filter (where status_class in ('1xx', '2xx', '3xx', '4xx')), 0)   as numerator,
       coalesce(sum(accesses) filter (where status_class in ('1xx', '2xx', '3xx', '4xx', '5xx')), 0)   as denominator
from   gold.access_daily
where  access_method = 'API'
group  by month, issuer_id, agent_id
