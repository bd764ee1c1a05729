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
slices: [size_band, association]
rules: access-classification
reads: [gold.access_daily, gold.fetch_month]
source: カード会社のゲートウェイログ
supplements:
  - figure: unknown_share_by_fetch
    unit: ratio
    title: {ja: "判別できないアクセスの割合", en: "Share of unknown accesses"}
    definition: {ja: "届け出られた経路へのAPI・スクレイピング・判別不能のアクセスのうち判別不能（UNKNOWN）のものの割合。取得回には直せないためアクセス数で示す。分類規則ごとの内訳はスクレイピング比率（アクセス数）の補足値", en: "Share of UNKNOWN among API, scraping and unknown accesses on declared routes, in accesses, since an unknown access is no fetch; the mix of rules stands beside the share by accesses"}
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
