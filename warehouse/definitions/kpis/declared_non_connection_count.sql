/* ---
kpi_id: declared_non_connection_count
definition_version: 1
kind: count
title: {ja: API接続を行わない旨の公表社数, en: Issuers declaring no API connection}
definition: {ja: 全ての商品ラインを導入予定なしとし、その旨を公表しているカード会社の数, en: Issuers whose lines are all not planned and who say so publicly}
formula: 社数
unit: issuers
better: none
stage: OUTPUT
basis: SURVEY
period: ROUND
levels: [ALL]
slices: [size_band, association]
answers: [A2_01, A3_04]
reads: [gold.adoption]
source: 調査票A（カード会社）
--- */
/* An issuer counts once all its lines are answered, so that silence is empty and not 0. */
with issuer as (
  select round_id, issuer_id,
         min(case when adoption_status is not null then 1 else 0 end)      as is_complete,
         min(case when adoption_status = 'NOT_PLANNED' then 1 else 0 end)  as plans_nothing,
         max(case when is_declared_non_connection then 1 else 0 end)       as is_declared
  from   gold.adoption
  group  by round_id, issuer_id
)
select round_id, issuer_id,
       case when plans_nothing = 1 and is_declared = 1 then 1 else 0 end   as numerator
from   issuer
where  is_complete = 1
