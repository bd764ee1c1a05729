/* ---
kpi_id: credential_custody_count
definition_version: 1
kind: count
title: {ja: ID・パスワード保管件数, en: Credentials in custody}
definition: {ja: 電代業者が保管するカード会社会員サイトのID・パスワードの件数, en: Credentials of issuers' member sites that agents hold}
formula: 保管件数の合計。無回答があるため下限、上限不明
unit: credentials
better: down
stage: OUTCOME_LONG_TERM
basis: SURVEY
period: ROUND
levels: [ALL, AGENT]
slices: [association]
answers: [B6_01]
reads: [gold.response_status, silver.answer]
source: 調査票B（電代業者）
--- */
select a.round_id, a.respondent_id                as agent_id,
       sum(cast(a.value as bigint))               as numerator,
       sum(cast(a.value as bigint))               as low_numerator
from   silver.answer a
       join gold.response_status f
         on f.round_id = a.round_id and f.respondent_id = a.respondent_id and f.side = 'AGENT' and f.is_in_frame
where  a.question_id = 'B6_01' and a.value_state = 'REPORTED'
group  by a.round_id, a.respondent_id
