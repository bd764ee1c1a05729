/* ---
kpi_id: cdr_recipient_count
definition_version: 1
kind: count
title: {ja: 接続先ソフトウェア数（CDR形式の申告値）, en: "Recipient software products (stated, CDR)"}
definition: {ja: "月内の最後の集計時に有効な認可のあった接続先ソフトウェア製品の数。電代業者の社数ではなく、API接続数とは比較できない", en: "Recipient software products with active authorisations at the last request of the month; products, not agents: not comparable with the API connections"}
formula: 接続先ソフトウェア製品の数
unit: products
better: up
stage: OUTCOME_INITIAL
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
       recipients as numerator,
       case when recipients is null then 1 else 0 end as unanswered
from   gold.cdr_month
