/* ---
kpi_id: api_planned_rate
definition_version: 1
kind: ratio
title: {ja: 導入済み・導入予定率, en: API adopted or planned (issuers)}
definition: {ja: APIを本番提供しているか、提供予定時期を示しているカード会社の割合, en: "Share of issuers with a product line that is live, or planned with a date"}
formula: 導入済み又は予定時期を示した社数 / 有無が分かる社数
unit: ratio
better: up
stage: OUTPUT
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
         max(case when adoption_status = 'LIVE'
                    or (adoption_status = 'PLANNED' and planned_on is not null) then 1 else 0 end) as is_yes,
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
