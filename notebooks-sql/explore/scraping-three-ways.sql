/* Question: do the three measures of scraping tell the same story? スクレイピング比率の三つの測り方（カード会社別、最新）
   Reads gold.kpi_value. By accounts (survey), by fetches and by accesses (logs, of the last month). They have different units:
   compare the order of issuers, not the figures. */
with figure as (
  select kpi_id, issuer_id, arg_max(value, period_start) as value, max(period_start) as period_start
  from   gold.kpi_value
  where  entity_level = 'ISSUER' and slice is null and period_type in ('POINT', 'MONTH')
    and  kpi_id in ('scraping_share', 'scraping_share_by_fetch', 'scraping_share_by_access')
    and  value is not null
  group  by kpi_id, issuer_id
)
select issuer_id,
       round(any_value(value) filter (where kpi_id = 'scraping_share'), 3)               as by_accounts,
       any_value(period_start) filter (where kpi_id = 'scraping_share')                  as accounts_on,
       round(any_value(value) filter (where kpi_id = 'scraping_share_by_fetch'), 3)      as by_fetches,
       round(any_value(value) filter (where kpi_id = 'scraping_share_by_access'), 3)     as by_accesses,
       max(period_start) filter (where kpi_id = 'scraping_share_by_fetch')               as logs_of
from   figure
group  by issuer_id
order  by by_accounts desc nulls last, issuer_id
