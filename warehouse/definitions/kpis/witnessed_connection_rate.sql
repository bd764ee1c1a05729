/* ---
kpi_id: witnessed_connection_rate
definition_version: 1
kind: ratio
title: {ja: ログで裏付けられた接続の割合, en: Connections witnessed by logs}
definition: {ja: 接続している組のうち、調査時点の月のAPIログに成功した呼出しがある組の割合, en: "Share of connected pairs with a successful API call in the month of the reference date, over issuers that hand over API logs"}
formula: 裏付けのある組 / APIログのあるカード会社の接続している組
unit: ratio
better: up
stage: DATA_QUALITY
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER]
slices: [size_band, association]
mergers: pairs
answers: [A9_01, B3_01]
rules: reconciliation
reads: [gold.linkage_cell]
source: 調査票及びカード会社のゲートウェイログ
--- */
select round_id, issuer_id, agent_id,
       max(case when connected and witnessed then 1 else 0 end)                        as numerator,
       max(case when connected and witnessed is not null then 1 else 0 end)            as denominator,
       count(*) filter (where connected and witnessed is not null)                     as issuer_contributes,
       count(*) filter (where connected and witnessed is not null
                          and agent_contract_status is not null)                       as agent_contributes
from   gold.linkage_cell
group  by round_id, issuer_id, agent_id
