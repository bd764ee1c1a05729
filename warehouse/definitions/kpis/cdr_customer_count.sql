/* ---
kpi_id: cdr_customer_count
definition_version: 1
kind: count
title: {ja: 認可のある顧客数（CDR形式の申告値）, en: "Customers with an authorisation (stated, CDR)"}
definition: {ja: "月内の最後の集計時に有効な認可のあった顧客の数。ログの月間利用者数（呼出しのあった利用者）とは比較できない", en: "Customers with an active authorisation at the last request of the month; not comparable with the log's monthly active users, who made a call"}
formula: 顧客数
unit: customers
better: up
stage: OUTCOME_LONG_TERM
basis: CDR_METRICS
period: MONTH
levels: [ISSUER]
months_only: true
mergers: none
rules: cdr-metrics
reads: [gold.cdr_month]
source: カード会社がCDR Get Metrics v5の形式で申告した値
--- */
select month, issuer_id,
       customers as numerator,
       case when customers is null then 1 else 0 end as unanswered
from   gold.cdr_month
