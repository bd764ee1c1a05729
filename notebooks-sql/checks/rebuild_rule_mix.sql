-- gold.rule_mix once more: the whole apart from the issuers, each share over a total joined to it.
with entity as (
  select 'ISSUER' as entity_level, issuer_id, * exclude (issuer_id), issuer_id as logged_by from gold.access_daily
  union all by name
  select 'ALL' as entity_level, null::varchar as issuer_id, * exclude (issuer_id), issuer_id as logged_by from gold.access_daily
),
total as (
  select entity_level, issuer_id, month, front, sum(accesses)::bigint as n from entity group by all
),
rule as (
  select entity_level, issuer_id, month, front, rule_id, access_method,
         sum(accesses)::bigint                                                as accesses,
         sum(if(route_kind = 'OTHER', 0, accesses))::bigint                   as declared_accesses
  from   entity group by all
)
select r.month, r.entity_level, r.issuer_id, r.front, r.rule_id,
       'access-classification-' || :rule_version                              as rule_version,
       r.access_method,
       case when r.entity_level = 'ISSUER'
            then (select count(*) from total o where o.entity_level = 'ISSUER' and o.issuer_id = r.issuer_id and o.month = r.month) = 2
       end                                                                    as has_both_fronts,
       r.accesses, r.declared_accesses,
       t.n                                                                    as front_accesses,
       r.accesses / t.n                                                       as share,
       'REPORTED'                                                             as value_state
from   rule r join total t
         on  t.entity_level = r.entity_level and t.issuer_id is not distinct from r.issuer_id
         and t.month = r.month and t.front = r.front
