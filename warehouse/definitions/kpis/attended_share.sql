/* ---
kpi_id: attended_share
definition_version: 1
kind: ratio
title: {ja: 利用者操作によるアクセスの割合, en: Attended share}
definition: {ja: API呼出しのうち利用者が操作している間のものの割合, en: Share of API calls made while the member is at the device}
formula: 利用者操作のAPI呼出し / 操作の有無が分かるAPI呼出し
unit: ratio
better: none
stage: QUALITY
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER, AGENT]
slices: [size_band, association]
rules: access-classification
reads: [gold.access_daily]
source: カード会社のゲートウェイログ
--- */
select month, issuer_id, agent_id,
       coalesce(sum(accesses) filter (where attended = 'YES'), 0)   as numerator,
       coalesce(sum(accesses) filter (where attended in ('YES', 'NO')), 0)   as denominator
from   gold.access_daily
where  access_method = 'API'
group  by month, issuer_id, agent_id
