/* ---
kpi_id: api_connection_count
definition_version: 1
kind: count
title: {ja: API接続数, en: API connections}
definition: {ja: APIで接続しているカード会社と電代業者の組の数, en: Distinct issuer-agent pairs that are connected by API}
formula: 接続している組の数。上限は、回答した一方だけが接続とする組を加える
unit: pairs
better: up
stage: OUTCOME_INITIAL
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER, AGENT]
slices: [size_band, association]
mergers: pairs
answers: [A9_01, B3_01]
rules: reconciliation
reads: [gold.linkage_cell]
source: 調査票（カード会社・電代業者）
--- */
select round_id, issuer_id, agent_id,
       max(case when connected then 1 else 0 end)                                      as numerator,
       max(case when connected or is_connected_by_any then 1 else 0 end)               as high_numerator,
       count(*) filter (where issuer_contract_status is not null)                      as issuer_contributes,
       count(*) filter (where agent_contract_status is not null)                       as agent_contributes
from   gold.linkage_cell
group  by round_id, issuer_id, agent_id
