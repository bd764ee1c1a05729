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
slices: [size_band, association]
rules: access-classification
reads: [gold.access_daily]
source: カード会社のゲートウェイログ
supplements:
  - figure: unknown_share_by_access
    unit: ratio
    title: {ja: "判別できないアクセスの割合", en: "Share of unknown accesses"}
    definition: {ja: "届け出られた経路へのAPI・スクレイピング・判別不能のアクセスのうち判別不能（UNKNOWN）のものの割合。対象は比率と同じ、両方の受付口のログがあるカード会社", en: "Share of UNKNOWN among API, scraping and unknown accesses on declared routes, over the same issuers as the KPI"}
  - figure: rule_sandbox
    unit: ratio
    title: {ja: "分類規則の内訳：検証環境（対象外）", en: "Rule mix: Test environment (excluded)"}
    definition: {ja: "全てのアクセスのうち、分類規則 sandbox で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule sandbox decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_api_known_client
    unit: ratio
    title: {ja: "分類規則の内訳：API（登録済みクライアント）", en: "Rule mix: API, registered client"}
    definition: {ja: "全てのアクセスのうち、分類規則 api_known_client で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule api_known_client decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_api_unknown_client
    unit: ratio
    title: {ja: "分類規則の内訳：API（未登録クライアント、判別不能）", en: "Rule mix: API, unknown client"}
    definition: {ja: "全てのアクセスのうち、分類規則 api_unknown_client で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule api_unknown_client decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_web_agent_network
    unit: ratio
    title: {ja: "分類規則の内訳：スクレイピング（電代業者の接続元）", en: "Rule mix: Scraping, agent network"}
    definition: {ja: "全てのアクセスのうち、分類規則 web_agent_network で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule web_agent_network decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_web_automated_client
    unit: ratio
    title: {ja: "分類規則の内訳：スクレイピング（自動操作のクライアント）", en: "Rule mix: Scraping, automated client"}
    definition: {ja: "全てのアクセスのうち、分類規則 web_automated_client で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule web_automated_client decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_web_crawler
    unit: ratio
    title: {ja: "分類規則の内訳：検索・監視等（対象外）", en: "Rule mix: Crawlers and monitoring (excluded)"}
    definition: {ja: "全てのアクセスのうち、分類規則 web_crawler で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule web_crawler decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_web_no_traces
    unit: ratio
    title: {ja: "分類規則の内訳：会員サイト（接続元の記録なし、判別不能）", en: "Rule mix: Site, no traces logged (unknown)"}
    definition: {ja: "全てのアクセスのうち、分類規則 web_no_traces で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule web_no_traces decided, over the same issuers as the KPI and both fronts"}
  - figure: rule_web_direct
    unit: ratio
    title: {ja: "分類規則の内訳：直接", en: "Rule mix: Direct"}
    definition: {ja: "全てのアクセスのうち、分類規則 web_direct で決まったものの割合。対象は比率と同じカード会社、両方の受付口の合計", en: "Share of all accesses that rule web_direct decided, over the same issuers as the KPI and both fronts"}
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
