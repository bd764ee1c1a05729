/* Question: where do issuer and agent tell different stories? 突合の不一致（最新の調査回）
   Reads gold.linkage_cell and the registers. Largest difference first; a status conflict stands before a difference in accounts. */
with newest as (
  select round_id from silver.survey_round order by reference_date desc limit 1
),
issuer as (
  select issuer_id, arg_max(name_ja, coalesce(valid_from, date '1900-01-01')) as name_ja from silver.issuer group by issuer_id
),
agent as (
  select agent_id, arg_max(name_ja, coalesce(valid_from, date '1900-01-01')) as name_ja from silver.agent group by agent_id
)
select i.name_ja                                    as issuer,
       a.name_ja                                    as agent,
       c.segment,
       c.issuer_contract_status,
       c.agent_contract_status,
       c.issuer_accounts,
       c.agent_accounts,
       abs(c.issuer_accounts - c.agent_accounts)    as difference,
       c.witnessed
from   gold.linkage_cell c
       join newest using (round_id)
       left join issuer i using (issuer_id)
       left join agent a using (agent_id)
where  c.reconciliation = 'CONFLICT'
order  by c.issuer_contract_status = c.agent_contract_status, difference desc nulls last, issuer, agent, segment
