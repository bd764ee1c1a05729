/* ---
kpi_id: daily_refresh_rate
definition_version: 1
kind: ratio
title: {ja: 毎日更新される接続の割合, en: Connections refreshed daily}
definition: {ja: "API連携アカウントのある組のうち、電代業者がAPIで毎日以上更新している組の割合。更新頻度に回答のない組と、利用者操作時のみ更新する組を除く", en: "Share of cells with API accounts whose data the agent refreshes daily or more often; cells without an answer and those refreshed on demand only left out"}
formula: 毎日以上更新する組 / API連携アカウントがあり更新頻度に回答のある組（利用者操作時のみを除く）
unit: ratio
better: up
stage: QUALITY
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER]
slices: [segment, size_band, association]
answers: [B3_05]
reads: [gold.linkage_cell]
source: 調査票B（電代業者）
--- */
select round_id, issuer_id, agent_id, segment,
       count(*) filter (where api_refresh = 'DAILY')   as numerator,
       count(*)                                        as denominator,
       0                                               as issuer_contributes,
       count(*)                                        as agent_contributes
from   gold.linkage_cell
where  agent_accounts > 0 and api_refresh <> 'ON_DEMAND'
group  by round_id, issuer_id, agent_id, segment
