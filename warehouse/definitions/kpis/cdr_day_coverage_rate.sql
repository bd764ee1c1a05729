/* ---
kpi_id: cdr_day_coverage_rate
definition_version: 1
kind: ratio
title: {ja: 申告日の割合（CDR形式の申告値）, en: "Share of days stated (CDR)"}
definition: {ja: "最初の申告日以後の日のうち、呼出し数の申告がある日の割合。申告のない日は0ではなく欠測", en: "Days whose calls are stated over the days from the issuer's first stated day on; a day that is not stated is missing, not 0"}
formula: 申告のある日 / 対象の日
unit: ratio
better: up
stage: DATA_QUALITY
basis: CDR_METRICS
period: MONTH
levels: [ISSUER]
rules: cdr-metrics
reads: [gold.cdr_month]
source: カード会社がCDR Get Metrics v5の形式で申告した値
--- */
select month, issuer_id,
       days_stated   as numerator,
       days_expected as denominator
from   gold.cdr_month
where  days_expected is not null
