/* ---
kpi_id: scraping_share_by_access
definition_version: 1
kind: ratio
title: {ja: スクレイピング比率（アクセス数、参考値）, en: "Scraping share (accesses, for reference)"}
definition: {ja: 届け出られた経路へのアクセスのうちスクレイピングによるものの割合。両方の受付口のログがあるカード会社に限る, en: "Share of accesses on declared routes made by screen scraping, over issuers with the logs of both fronts"}
formula: スクレイピング / （API + スクレイピング）のアクセス数。判別できないものは下限・上限に入る
unit: ratio
better: down
stage: REFERENCE
basis: GATEWAY_LOG
period: MONTH
levels: [ALL, ISSUER]
rules: access-classification
reads: [gold.access_daily]
source: カード会社のゲートウェイログ
--- */
with logged as (
  select month, issuer_id,
         count(distinct front)                                                                           as fronts,
         coalesce(sum(accesses) filter (where access_method = 'API' and route_kind <> 'OTHER'), 0)        as api,
         coalesce(sum(accesses) filter (where access_method = 'SCRAPING' and route_kind <> 'OTHER'), 0)   as scraping,
         coalesce(sum(accesses) filter (where access_method = 'UNKNOWN' and front = 'api'
                                          and route_kind <> 'OTHER'), 0)                                 as unknown_api,
         coalesce(sum(accesses) filter (where access_method = 'UNKNOWN' and front = 'web'
                                          and route_kind <> 'OTHER'), 0)                                 as unknown_web
  from   gold.access_daily
  group  by month, issuer_id
)
select month, issuer_id,
       scraping                          as numerator,
       api + scraping                    as denominator,
       scraping                          as low_numerator,
       api + unknown_api + scraping      as low_denominator,
       scraping + unknown_web            as high_numerator,
       api + scraping + unknown_web      as high_denominator
from   logged
where  fronts = 2
