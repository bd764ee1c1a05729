/* ---
kpi_id: policy_disclosure_rate
definition_version: 1
kind: ratio
title: {ja: 連携方針・接続基準の公表率, en: Disclosure of linkage policy and criteria}
definition: {ja: 連携方針と接続基準の両方を公表しているカード会社の割合, en: Share of issuers that publish both their linkage policy and their connection criteria}
formula: 両方を公表する社数 / 両方に回答した社数
unit: ratio
better: up
stage: OUTPUT
basis: SURVEY
period: ROUND
levels: [ALL]
slices: [size_band, association]
answers: [A3_01, A3_03]
reads: [gold.response_status, silver.answer]
source: 調査票A（カード会社）
--- */
with disclosure as (
  select round_id, respondent_id,
         count(*) filter (where value = 'YES')       as yes_count,
         count(*) filter (where value = 'NO')        as no_count,
         count(*)                                    as reported_count
  from   silver.answer
  where  question_id in ('A3_01', 'A3_03') and value_state = 'REPORTED'
  group  by round_id, respondent_id
)
select f.round_id, f.respondent_id                                                        as issuer_id,
       case when d.yes_count = 2 then 1 else 0 end                                        as numerator,
       case when d.reported_count = 2 then 1 else 0 end                                   as denominator,
       case when d.yes_count = 2 then 1 else 0 end                                        as low_numerator,
       1                                                                                  as low_denominator,
       case when coalesce(d.no_count, 0) = 0 then 1 else 0 end                            as high_numerator,
       1                                                                                  as high_denominator
from   gold.response_status f
       left join disclosure d on d.round_id = f.round_id and d.respondent_id = f.respondent_id
where  f.side = 'ISSUER' and f.is_in_frame
