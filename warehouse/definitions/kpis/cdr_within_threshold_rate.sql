/* ---
kpi_id: cdr_within_threshold_rate
definition_version: 1
kind: ratio
title: {ja: 応答時間基準内率（CDR形式の申告値）, en: "Share of calls within the thresholds (stated, CDR)"}
definition: {ja: "カード会社が申告した日ごとの基準内割合を、その日の呼出し数で加重したもの。基準はCDRの階層別のしきい値で、1,500ミリ秒を基準とするログの応答時間基準内率とは比較できない。呼出し数又は割合の申告のない日は含めない", en: "Stated daily share within the thresholds, weighted by the day's calls. The thresholds are the standard's by tier: not comparable with the log's share at 1,500 ms. Days without calls or share are left out"}
formula: 基準内の呼出し（日ごとに 割合×呼出し数） / 呼出し数
unit: ratio
better: up
stage: QUALITY
basis: CDR_METRICS
period: MONTH
levels: [ISSUER]
rules: cdr-metrics
reads: [gold.cdr_month]
source: カード会社がCDR Get Metrics v5の形式で申告した値
--- */
select month, issuer_id,
       calls_within as numerator,
       timed_calls  as denominator,
       case when days_timed = 0 then 1 else 0 end as unanswered
from   gold.cdr_month
