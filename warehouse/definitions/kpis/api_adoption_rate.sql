/* ---
kpi_id: api_adoption_rate
definition_version: 1
kind: ratio
title: {ja: API導入率（社数）, en: API adoption rate (issuers)}
definition: {ja: 商品ラインのいずれかでAPIを本番提供しているカード会社の割合, en: Share of issuers with at least one product line in production and open to parties outside the group}
formula: 導入ありの社数 / 導入の有無が分かる社数。下限・上限は母集団に対する割合
unit: ratio
better: up
stage: OUTCOME_INITIAL
basis: SURVEY
period: ROUND
levels: [ALL]
slices: [size_band, association]
answers: [A2_01]
reads: [gold.adoption]
source: 調査票A（カード会社）
--- */
with issuer as (
  select round_id, issuer_id,
         max(case when adoption_status = 'LIVE' then 1 else 0 end)       as is_yes,
         min(case when adoption_status is not null then 1 else 0 end)    as is_complete
  from   gold.adoption
  group  by round_id, issuer_id
)
select round_id, issuer_id,
       is_yes                                                            as numerator,
       case when is_yes = 1 or is_complete = 1 then 1 else 0 end         as denominator,
       is_yes                                                            as low_numerator,
       1                                                                 as low_denominator,
       case when is_yes = 1 or is_complete = 0 then 1 else 0 end         as high_numerator,
       1                                                                 as high_denominator
from   issuer
