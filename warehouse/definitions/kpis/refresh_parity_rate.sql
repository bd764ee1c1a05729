/* ---
kpi_id: refresh_parity_rate
definition_version: 1
kind: ratio
title: {ja: API切替え後の更新頻度維持率, en: Refresh parity after the move to API}
definition: {ja: "電代業者が切替え前（スクレイピング）と切替え後（API）の更新頻度をともに回答した組のうち、切替え前以上の頻度で更新している組の割合。いずれかが利用者操作時のみの組を除く", en: "Share of cells refreshed by API at least as often as before by scraping, over cells whose agent answered both; cells refreshed on demand only, before or after, left out"}
formula: 切替え前以上の頻度の組 / 切替え前後の頻度に回答のある組（利用者操作時のみを除く）
unit: ratio
better: up
stage: QUALITY
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER]
slices: [segment, size_band, association]
answers: [B3_05, B3_06]
reads: [gold.linkage_cell]
source: 調査票B（電代業者）
--- */
with ranked as (
  select round_id, issuer_id, agent_id, segment,
         case api_refresh when 'DAILY' then 4 when 'WEEKLY' then 3
                          when 'FORTNIGHTLY' then 2 when 'MONTHLY' then 1 end           as after_move,
         case refresh_before_api when 'DAILY' then 4 when 'WEEKLY' then 3
                                 when 'FORTNIGHTLY' then 2 when 'MONTHLY' then 1 end    as before_move
  from   gold.linkage_cell
)
select round_id, issuer_id, agent_id, segment,
       count(*) filter (where after_move >= before_move)   as numerator,
       count(*)                                            as denominator,
       0                                                   as issuer_contributes,
       count(*)                                            as agent_contributes
from   ranked
where  after_move is not null and before_move is not null
group  by round_id, issuer_id, agent_id, segment
