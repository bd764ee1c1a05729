/* ---
kpi_id: residual_scraping_count
definition_version: 1
kind: count
title: {ja: 停止予定日後のスクレイピング, en: Scraping after the announced end}
definition: {ja: "カード会社が回答したスクレイピングの停止予定日（月末までの最新の調査回）より後の、スクレイピングによるアクセスの数。停止予定日の回答がない社、月末が停止予定日以前の月、会員サイトのログがない月は数えない", en: "Scraping accesses after the day on which the issuer said scraping would end, as answered in the newest round up to the month's end; nothing is counted without that answer, in months that end by that day, or without logs of the member site"}
formula: 停止予定日より後のスクレイピングのアクセス数
unit: accesses
better: down
stage: OUTCOME_LONG_TERM
basis: GATEWAY_LOG
period: MONTH
levels: [ISSUER]
rules: access-classification
reads: [gold.access_daily, silver.answer, silver.survey_round]
source: カード会社のゲートウェイログ及び調査票A
--- */
with logged as (
  select distinct month, issuer_id from gold.access_daily where front = 'web'
),
newest as (
  select l.month, l.issuer_id, max(r.reference_date) as reference_date
  from   logged l
         join silver.survey_round r on r.reference_date <= last_day(l.month)
  group  by l.month, l.issuer_id
),
announced as (
  select n.month, n.issuer_id, cast(a.value as date) as ends_on
  from   newest n
         join silver.survey_round r on r.reference_date = n.reference_date
         join silver.answer a
           on  a.round_id = r.round_id and a.respondent_id = n.issuer_id
           and a.question_id = 'A11_03' and a.value_state = 'REPORTED'
)
select s.month, s.issuer_id,
       coalesce(sum(d.accesses) filter (where d.access_method = 'SCRAPING'), 0)   as numerator
from   announced s
       left join gold.access_daily d
         on d.issuer_id = s.issuer_id and d.month = s.month and d.access_date > s.ends_on
where  last_day(s.month) > s.ends_on
group  by s.month, s.issuer_id
