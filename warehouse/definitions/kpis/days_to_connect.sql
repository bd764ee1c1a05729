/* ---
kpi_id: days_to_connect
definition_version: 1
kind: median
title: {ja: 申入れから接続までの日数, en: Days from request to connection}
definition: {ja: 調査時点までの12か月に接続したセルの、申入れ受付から接続開始までの日数の中央値, en: Median days from request to start over cells connected in the 12 months up to the reference date}
formula: 日数の中央値（分母はセル数）
unit: days
better: down
stage: OUTPUT
basis: SURVEY
period: ROUND
levels: [ALL]
answers: [A9_02, A9_05]
reads: [gold.linkage_cell]
source: 調査票（カード会社・電代業者）
--- */
select round_id, 'ALL' as entity_level, cast(null as string) as issuer_id, cast(null as string) as agent_id,
       median(request_to_start_days)       as median,
       count(request_to_start_days)        as denominator,
       count(distinct issuer_id)           as n_respondents
from   gold.linkage_cell
where  request_to_start_days is not null
group  by round_id
