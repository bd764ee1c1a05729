/* ---
kpi_id: api_adoption_rate_by_cards
definition_version: 1
kind: ratio
title: {ja: API導入率（発行枚数加重）, en: API adoption rate (weighted by cards)}
definition: {ja: 有効発行枚数のうち、APIを本番提供している商品ラインの枚数の割合, en: Share of valid cards that belong to product lines in production}
formula: 提供中の商品ラインの枚数 / 枚数と導入状況が回答された商品ラインの枚数。無回答の社は母集団の枚数で下限・上限に入る
unit: ratio
better: up
stage: OUTCOME_INITIAL
basis: SURVEY
period: ROUND
levels: [ALL]
slices: [size_band, association]
answers: [A1_01, A2_01]
reads: [gold.adoption]
source: 調査票A（カード会社）
--- */
with issuer as (
  select round_id, issuer_id,
         coalesce(sum(cards) filter (where adoption_status = 'LIVE'), 0)      as live_cards,
         coalesce(sum(cards) filter (where adoption_status is not null), 0)   as known_cards,
         count(*) filter (where adoption_status is not null and cards is not null) as known_lines,
         max(frame_cards)                                                     as frame_cards
  from   gold.adoption
  group  by round_id, issuer_id
)
select round_id, issuer_id,
       live_cards                                                             as numerator,
       known_cards                                                            as denominator,
       case when known_lines = 0 and frame_cards is null then null
            else live_cards end                                               as low_numerator,
       case when known_lines > 0 then known_cards else frame_cards end        as low_denominator,
       case when known_lines > 0 then live_cards else frame_cards end         as high_numerator,
       case when known_lines > 0 then known_cards else frame_cards end        as high_denominator
from   issuer
