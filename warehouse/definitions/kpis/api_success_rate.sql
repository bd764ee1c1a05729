/* ---
kpi_id: api_success_rate
definition_version: 1
kind: ratio
title: {ja: API正常応答率, en: API success rate}
definition: {ja: API呼出しのうち2xxで応答した割合, en: Share of API calls answered with 2xx}
formula: 2xxのAPI呼出し / API呼出し
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
       coalesce(sum(accesses) filter (where status_class = '2xx'), 0)   as numerator,
       coalesce(sum(accesses) filter (where true), 0)   as denominator
from   gold.access_daily
where  access_method = 'API'
group  by month, issuer_id, agent_id
