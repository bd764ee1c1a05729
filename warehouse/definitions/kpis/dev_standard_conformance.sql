/* ---
kpi_id: dev_standard_conformance
definition_version: 1
kind: ratio
title: {ja: 開発標準準拠率, en: Conformance with the development standard}
definition: {ja: 本番提供中のカード会社が回答した開発標準の項目のうち準拠する割合, en: Share of the development standard's headings that issuers with a live line conform to}
formula: 準拠の項目 / 回答のある項目。上限は一部準拠を加える
unit: ratio
better: up
stage: OUTPUT
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER]
answers: [A6_01, A6_02, A6_03, A6_04]
reads: [gold.guideline_conformity]
source: 調査票（カード会社・電代業者）
--- */
select round_id, issuer_id,
       count(*) filter (where conformity = 'CONFORMS')                 as numerator,
       count(*)                                                        as denominator,
       count(*) filter (where conformity in ('CONFORMS', 'PARTLY'))    as high_numerator,
       count(*)                                                        as high_denominator
from   gold.guideline_conformity
where  part_id in ('A6_01', 'A6_02', 'A6_03', 'A6_04') and has_live_line
group  by round_id, issuer_id
