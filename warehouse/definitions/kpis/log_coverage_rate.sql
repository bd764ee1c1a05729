/* ---
kpi_id: log_coverage_rate
definition_version: 1
kind: ratio
title: {ja: ログ提出率, en: Log coverage rate}
definition: {ja: "APIを提供しているカード会社の登録フィードについて、月の日数のうち受理した行のある日の割合。日ごと・フィードごとに数える", en: "Share of days with an accepted line, per registered feed of issuers with a product line in production on the day"}
formula: 受理した行のある日 / 対象日（フィードごと）
unit: ratio
better: up
stage: DATA_QUALITY
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER]
slices: [size_band, association]
rules: quality
reads: [gold.log_coverage]
source: カード会社のゲートウェイログ
--- */
select month, issuer_id,
       count(*) filter (where is_covered)   as numerator,
       count(*)                             as denominator
from   gold.log_coverage
where  is_due
group  by month, issuer_id
