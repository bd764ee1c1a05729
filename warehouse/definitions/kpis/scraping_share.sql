/* ---
kpi_id: scraping_share
definition_version: 1
kind: ratio
title: {ja: スクレイピング比率（連携アカウント）, en: Scraping share (linked accounts)}
definition: {ja: 連携アカウントのうちスクレイピングによるものの割合。スクレイピング分（B3_03）に回答のあった組だけで計算し、上限・下限は付けない, en: "Share of linked accounts that are reached by screen scraping, over the cells whose agent answered B3_03; it has no bounds"}
formula: スクレイピング連携アカウント数 / （API連携アカウント数 + スクレイピング連携アカウント数）。スクレイピング分に回答のない組は分母にも含めない
unit: ratio
better: down
stage: OUTCOME_INTERMEDIATE
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER, AGENT]
slices: [segment, size_band, association]
answers: [B3_03]
reads: [gold.linkage_cell]
source: 調査票B（電代業者）
--- */
select round_id, issuer_id, agent_id, segment,
       sum(scraping_accounts)                                 as numerator,
       sum(scraping_accounts + coalesce(agent_accounts, 0))   as denominator,
       0                                                      as issuer_contributes,
       count(scraping_accounts)                               as agent_contributes
from   gold.linkage_cell
where  scraping_accounts is not null and agent_contract_status is not null
group  by round_id, issuer_id, agent_id, segment
