/* Question: which log traffic could not be attributed, and would it matter? 分類できないアクセス（受付口・規則・月別）
   Reads gold.access_daily. UNKNOWN widens the bounds of scraping_share_by_access: a client id without an alias on the API front,
   no address and no user agent on the web front. The remedy for the first is a row in register/client_aliases.csv. */
with total as (
  select month, issuer_id, front,
         sum(accesses)                                                   as accesses,
         sum(accesses) filter (where access_method = 'UNKNOWN')          as unknown,
         string_agg(distinct rule_id, ', ') filter (where access_method = 'UNKNOWN') as rules
  from   gold.access_daily
  group  by month, issuer_id, front
)
select month, issuer_id, front, rules, unknown, accesses, round(unknown / accesses, 3) as share
from   total
where  unknown > 0
order  by share desc, month desc, issuer_id
