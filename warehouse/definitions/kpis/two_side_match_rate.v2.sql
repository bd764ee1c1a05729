/* ---
kpi_id: two_side_match_rate
definition_version: 2
valid_from: 2025-04-01
kind: ratio
title: {ja: 両者一致率, en: Two-side match rate}
definition: {ja: カード会社と電代業者の両者が回答し、少なくとも一方が締結済みとする組のうち一致する割合, en: "Share of cells stated by both sides on which they agree, over those that at least one side calls SIGNED"}
formula: 一致 / （一致 + 不一致）。少なくとも一方が締結済みとする組に限る
unit: ratio
better: up
stage: DATA_QUALITY
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER, AGENT]
slices: [segment, size_band, association]
answers: [A9_01, B3_01]
rules: reconciliation
reads: [gold.linkage_cell]
source: 調査票（カード会社・電代業者）
--- */
select round_id, issuer_id, agent_id, segment,
       count(*) filter (where reconciliation = 'MATCH')                   as numerator,
       count(*) filter (where reconciliation in ('MATCH', 'CONFLICT'))    as denominator,
       count(*) filter (where reconciliation in ('MATCH', 'CONFLICT'))    as issuer_contributes,
       count(*) filter (where reconciliation in ('MATCH', 'CONFLICT'))    as agent_contributes
from   gold.linkage_cell
where  issuer_contract_status = 'SIGNED' or agent_contract_status = 'SIGNED'
group  by round_id, issuer_id, agent_id, segment
