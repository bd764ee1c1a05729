/* ---
kpi_id: scraping_share_by_fetch
definition_version: 1
kind: ratio
title: {ja: スクレイピング比率（取得回）, en: Scraping share (fetches)}
definition: {ja: 取得回のうちスクレイピングによるものの割合。両方の受付口のログがあるカード会社に限る, en: "Share of fetches made by screen scraping, over issuers with the logs of both fronts"}
formula: スクレイピングのログイン経路へのアクセス / （同 + API取得回）
unit: ratio
better: down
stage: OUTCOME_INTERMEDIATE
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER]
rules: access-classification
reads: [gold.access_daily, gold.fetch_month]
source: カード会社のゲートウェイログ
--- */
with logged as (
  select month, issuer_id,
         count(distinct front)                                                as fronts,
         coalesce(sum(accesses) filter (where front = 'web' and access_method = 'SCRAPING'
                                          and route_kind = 'login'), 0)       as scraping_fetches
  from   gold.access_daily
  group  by month, issuer_id
),
fetched as (
  select month, issuer_id, sum(fetches) as api_fetches
  from   gold.fetch_month
  group  by month, issuer_id
)
select l.month, l.issuer_id,
       l.scraping_fetches                                                     as numerator,
       l.scraping_fetches + coalesce(f.api_fetches, 0)                        as denominator
from   logged l
       left join fetched f on f.month = l.month and f.issuer_id = l.issuer_id
where  l.fronts = 2
