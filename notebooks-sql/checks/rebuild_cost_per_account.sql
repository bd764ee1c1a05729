-- Cost per account once more: issuers are laid out once per slice; a band is two ends, and an open end leaves the sum open.
with issuer as (
  select i.round_id, i.issuer_id, i.size_band, i.adoption_status, sum(c.issuer_accounts) as accounts,
         bool_and(c.issuer_accounts is not null) as is_known
  from   gold.issuer_adoption i join gold.linkage_cell c using (round_id, issuer_id)
  where  c.issuer_contract_status is not null
  group  by all
),
cost as (
  select i.*, a.question_id, b.lowest_yen, b.highest_yen,
         unnest([{'slice': null, 'slice_value': null}, {'slice': 'size_band', 'slice_value': i.size_band},
                 {'slice': 'adoption_status', 'slice_value': i.adoption_status}], recursive := true)
  from   issuer i
         join silver.answer a on a.round_id = i.round_id and a.respondent_id = i.issuer_id and a.question_id in ('A12_01', 'A12_02')
         join gold.cost_band b on b.cost_band = a.value
  where  i.is_known and i.accounts > 0 and a.value_state = 'REPORTED'
)
select round_id, question_id, slice, slice_value, count(*) as issuers, sum(accounts)::bigint as accounts,
       sum(lowest_yen)::bigint                                                              as lowest_yen,
       if(bool_or(highest_yen is null), null, sum(highest_yen)::bigint)                     as highest_yen,
       sum(lowest_yen)::double / sum(accounts)::double                                      as lowest_yen_per_account,
       if(bool_or(highest_yen is null), null, sum(highest_yen)::double / sum(accounts)::double) as highest_yen_per_account
from   cost
group  by round_id, question_id, slice, slice_value
