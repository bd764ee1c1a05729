/* ---
kpi_id: days_to_connect
definition_version: 1
kind: median
title: {ja: 申入れから接続までの日数, en: Days from request to connection}
definition: {ja: 調査時点までの12か月に接続した組の、申入れ受付から接続開始までの日数の中央値, en: Median days from request to start over cells connected in the 12 months up to the reference date}
formula: 日数の中央値（分母は組数）
unit: days
better: down
stage: OUTPUT
basis: SURVEY
period: ROUND
levels: [ALL]
slices: [segment, size_band, association]
answers: [A9_02, A9_05]
reads: [gold.company_slice, gold.linkage_cell]
source: 調査票A（カード会社）
supplements:
  - figure: open_requests
    unit: requests
    title: {ja: 未締結の申入れ, en: "Open requests"}
    definition: {ja: "カード会社が申入れ中または交渉中と回答した組（締結済み、謝絶、取下げを除く）の数。次の経過日数別と受付日不明の合計", en: "Cells that the issuer states as REQUESTED or NEGOTIATING (not signed, declined or withdrawn); the sum of the following by age and without a date"}
  - figure: open_requests_under_90_days
    unit: requests
    title: {ja: うち90日未満, en: "of these under 90 days"}
    definition: {ja: "未締結の申入れのうち、受付日から調査時点まで90日未満のもの", en: "Open requests received less than 90 days before the reference date"}
  - figure: open_requests_90_to_180_days
    unit: requests
    title: {ja: うち90日以上180日以下, en: "of these 90 to 180 days"}
    definition: {ja: "未締結の申入れのうち、受付日から調査時点まで90日以上180日以下のもの", en: "Open requests received 90 to 180 days before the reference date, both included"}
  - figure: open_requests_over_180_days
    unit: requests
    title: {ja: うち180日超, en: "of these over 180 days"}
    definition: {ja: "未締結の申入れのうち、受付日から調査時点まで180日を超えるもの", en: "Open requests received more than 180 days before the reference date"}
  - figure: open_requests_without_date
    unit: requests
    title: {ja: うち受付日不明, en: "of these without a date"}
    definition: {ja: "未締結の申入れのうち、受付日の回答がないもの。調査時点より後の受付日を含む", en: "Open requests whose date of receipt is not reported, or lies after the reference date"}
--- */
with connected as (
  select c.round_id, c.issuer_id, c.segment, s.size_band, s.association, c.request_to_start_days
  from   gold.linkage_cell c
         left join gold.company_slice s on s.round_id = c.round_id and s.company_id = c.issuer_id
  where  c.request_to_start_days is not null
),
sliced as (
  select round_id, issuer_id, request_to_start_days,
         cast(null as string) as segment, cast(null as string) as size_band, cast(null as string) as association
  from   connected
  union all
  select round_id, issuer_id, request_to_start_days, segment, cast(null as string), cast(null as string)
  from   connected where segment is not null
  union all
  select round_id, issuer_id, request_to_start_days, cast(null as string), size_band, cast(null as string)
  from   connected where size_band is not null
  union all
  select round_id, issuer_id, request_to_start_days, cast(null as string), cast(null as string), association
  from   connected where association is not null
)
select round_id, 'ALL' as entity_level, cast(null as string) as issuer_id, cast(null as string) as agent_id,
       segment, size_band, association,
       median(request_to_start_days)       as median,
       count(request_to_start_days)        as denominator,
       count(distinct issuer_id)           as n_respondents
from   sliced
group  by round_id, segment, size_band, association
