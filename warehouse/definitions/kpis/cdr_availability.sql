/* ---
kpi_id: cdr_availability
definition_version: 1
kind: ratio
title: {ja: 稼働率（CDR形式の申告値）, en: "Availability (stated, CDR)"}
definition: {ja: "カード会社が申告した、終わった月の稼働率。計画停止の扱いはCDRの定めによるもので、調査票の稼働率とは比較できない", en: "Availability of a month that is over, as the issuer states it. Planned stops count as the standard has it: not comparable with the survey's availability"}
formula: 申告された稼働率（百万分の一単位） / 1,000,000
unit: ratio
better: up
stage: QUALITY
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
       availability_millionths as numerator,
       case when availability_millionths is not null then 1000000 end as denominator,
       case when availability_millionths is null then 1 else 0 end as unanswered
from   gold.cdr_month
