/* ---
kpi_id: standard_item_coverage
definition_version: 1
kind: ratio
title: {ja: 標準項目提供率, en: Coverage of standard items}
definition: {ja: 本番提供中の商品ラインが提供する標準項目の割合, en: Items of the catalogue that live product lines offer}
formula: 提供項目数 / 標準項目数（提供中の商品ライン）
unit: ratio
better: up
stage: OUTPUT
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER]
slices: [size_band, association]
answers: [A2_01]
reads: [gold.adoption]
source: 調査票A（カード会社）
--- */
select round_id, issuer_id,
       coalesce(sum(items_offered), 0)                                                 as numerator,
       coalesce(sum(case when items_offered is not null then items_catalogue end), 0)  as denominator,
       count(*) filter (where items_offered is null)                                   as unanswered
from   gold.adoption
where  adoption_status = 'LIVE'
group  by round_id, issuer_id
