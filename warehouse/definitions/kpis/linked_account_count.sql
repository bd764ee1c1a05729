/* ---
kpi_id: linked_account_count
definition_version: 1
kind: count
title: {ja: 連携アカウント数（会員サイトのログインID単位）, en: Linked accounts}
definition: {ja: 電代業者に連携されている会員サイトのログインIDの数。取得方法ごとに数え、両方を使うものはそれぞれに入る, en: "Login IDs of member sites linked to agents, by access method; one that uses both counts in each"}
formula: 連携アカウント数の合計。無回答があるため下限
unit: accounts
better: none
stage: OUTCOME_LONG_TERM
basis: SURVEY
period: ROUND
levels: [ALL, ISSUER, AGENT, PAIR]
slices: [access_method]
slices_only: true
answers: [B3_02, B3_03]
reads: [gold.linkage_cell, gold.response_status, silver.answer, silver.survey_round, silver.issuer]
source: 調査票B（電代業者）
supplements:
  - figure: accounts_using_both
    unit: accounts
    title: {ja: うちAPIとスクレイピングの併用, en: of these using both API and scraping}
    definition: {ja: APIとスクレイピングを併用している連携アカウントの数（B3_08）の合計。それぞれの取得方法の数に含まれる。無回答があるため下限, en: "Accounts that use both API and scraping (B3_08), which count in each of the two; a lower bound, since some don't answer"}
--- */
select round_id, issuer_id, agent_id, 'API' as access_method,
       sum(agent_accounts)        as numerator,
       sum(agent_accounts)        as low_numerator,
       0                          as issuer_contributes,
       count(agent_accounts)      as agent_contributes
from   gold.linkage_cell
where  agent_accounts is not null
group  by round_id, issuer_id, agent_id
union all
select round_id, issuer_id, agent_id, 'SCRAPING' as access_method,
       sum(scraping_accounts)     as numerator,
       sum(scraping_accounts)     as low_numerator,
       0                          as issuer_contributes,
       count(scraping_accounts)   as agent_contributes
from   gold.linkage_cell
where  scraping_accounts is not null
group  by round_id, issuer_id, agent_id
union all
/* Accounts that an agent counts where it left the contract status blank, which makes no cell. */
select a.round_id, a.counterparty_id, a.respondent_id, 'SCRAPING' as access_method,
       sum(cast(a.value as bigint))   as numerator,
       sum(cast(a.value as bigint))   as low_numerator,
       0                              as issuer_contributes,
       count(*)                       as agent_contributes
from   silver.answer a
       join gold.response_status f
         on f.round_id = a.round_id and f.respondent_id = a.respondent_id and f.side = 'AGENT' and f.is_in_frame
       join silver.survey_round r on r.round_id = a.round_id
where  a.question_id = 'B3_03' and a.value_state = 'REPORTED'
  and  not exists (select 1 from silver.answer s
                   where s.question_id = 'B3_01' and s.value_state = 'REPORTED'
                     and s.round_id = a.round_id and s.respondent_id = a.respondent_id
                     and s.counterparty_id = a.counterparty_id and s.segment = a.segment)
  and  exists (select 1 from silver.issuer i
               where i.issuer_id = a.counterparty_id
                 and coalesce(i.valid_from, r.reference_date) <= r.reference_date
                 and coalesce(i.valid_to, r.reference_date) >= r.reference_date)
group  by a.round_id, a.counterparty_id, a.respondent_id
