/* One row per round, cost question, slice and its value. */
with account as (
  select round_id, issuer_id, sum(issuer_accounts) as accounts
  from   gold.linkage_cell
  where  issuer_contract_status is not null
  group  by round_id, issuer_id
  having count(*) = count(issuer_accounts) and sum(issuer_accounts) > 0
),
cost as (
  select a.round_id, a.question_id, i.size_band, i.adoption_status, c.accounts, b.lowest_yen, b.highest_yen
  from   silver.answer a
         join gold.cost_band b on b.cost_band = a.value
         join gold.issuer_adoption i on i.round_id = a.round_id and i.issuer_id = a.respondent_id
         join account c on c.round_id = a.round_id and c.issuer_id = a.respondent_id
  where  a.question_id in ('A12_01', 'A12_02') and a.value_state = 'REPORTED'
),
summed as (
  select round_id, question_id,
         case when grouping(size_band) = 0 then 'size_band'
              when grouping(adoption_status) = 0 then 'adoption_status' end  as slice,
         coalesce(size_band, adoption_status)                                as slice_value,
         count(*)                                                            as issuers,
         sum(accounts)                                                       as accounts,
         sum(lowest_yen)                                                     as lowest_yen,
         case when count(*) = count(highest_yen) then sum(highest_yen) end   as highest_yen
  from   cost
  group  by round_id, question_id, grouping sets ((), (size_band), (adoption_status))
)
select *,
       cast(lowest_yen as double) / cast(accounts as double)   as lowest_yen_per_account,
       cast(highest_yen as double) / cast(accounts as double)  as highest_yen_per_account
from   summed
