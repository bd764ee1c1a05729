/* ---
kpi_id: contract_rate
definition_version: 1
kind: ratio
title: {ja: 契約締結率, en: Contract rate}
definition: {ja: 申入れのあったカード会社と電代業者の組のうち契約を締結した組の割合, en: Share of requested issuer-agent cells with a signed contract}
formula: 締結した組 / 申入れのある組。両者の回答が締結の有無で割れる組は下限で0、上限で1
unit: ratio
better: up
stage: OUTCOME_INITIAL
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
       count(*) filter (where contract_status = 'SIGNED')                              as numerator,
       count(*) filter (where is_asked)                                                as denominator,
       count(*) filter (where contract_status = 'SIGNED')                              as low_numerator,
       count(*) filter (where is_asked or is_signed_disputed)                          as low_denominator,
       count(*) filter (where contract_status = 'SIGNED' or is_signed_disputed)        as high_numerator,
       count(*) filter (where is_asked or is_signed_disputed)                          as high_denominator,
       count(*) filter (where is_asked and issuer_contract_status is not null)         as issuer_contributes,
       count(*) filter (where is_asked and agent_contract_status is not null)          as agent_contributes
from   gold.linkage_cell
group  by round_id, issuer_id, agent_id, segment
