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
slices: [size_band, association]
answers: [A2_01]
reads: [gold.adoption, gold.guideline_conformity]
source: 調査票A（カード会社）
--- */
with live as (
  select distinct round_id, issuer_id from gold.adoption where adoption_status = 'LIVE'
)
select l.round_id, l.issuer_id,
       count(*) filter (where g.conformity = 'CONFORMS')                 as numerator,
       count(g.part_id)                                                  as denominator,
       count(*) filter (where g.conformity in ('CONFORMS', 'PARTLY'))    as high_numerator,
       count(g.part_id)                                                  as high_denominator,
       case when count(g.part_id) = 0 then 1 else 0 end                  as unanswered
from   live l
       left join gold.guideline_conformity g
         on  g.round_id = l.round_id and g.issuer_id = l.issuer_id
         and g.part_id in ('A6_01', 'A6_02', 'A6_03', 'A6_04')
group  by l.round_id, l.issuer_id
