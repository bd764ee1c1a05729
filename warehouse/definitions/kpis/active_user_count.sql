/* ---
kpi_id: active_user_count
definition_version: 1
kind: distinct
title: {ja: 月間利用者数, en: Monthly active users}
definition: {ja: 月内にAPI呼出しが成功した利用者の数。電代業者別と全体はカード会社ごとの数の合計（仮名がカード会社ごとに異なるため）, en: "Distinct users per issuer with a successful API call in the month; by agent and in all they are sums over issuers, since pseudonyms are keyed per issuer"}
formula: 利用者数
unit: users
better: up
stage: OUTCOME_LONG_TERM
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER, AGENT]
slices: [size_band, association]
months_only: true
rules: access-classification
reads: [gold.fetch_month, gold.issuer_month_users]
source: カード会社のゲートウェイログ
--- */
select month, 'ALL' as entity_level, cast(null as string) as issuer_id, cast(null as string) as agent_id,
       sum(users) as numerator, count(distinct issuer_id) as n_respondents
from   gold.issuer_month_users
group  by month
union all
select month, 'ISSUER' as entity_level, issuer_id, cast(null as string) as agent_id,
       sum(users) as numerator, 1 as n_respondents
from   gold.issuer_month_users
group  by month, issuer_id
union all
select month, 'AGENT' as entity_level, cast(null as string) as issuer_id, agent_id,
       sum(users) as numerator, count(distinct issuer_id) as n_respondents
from   gold.fetch_month
group  by month, agent_id
