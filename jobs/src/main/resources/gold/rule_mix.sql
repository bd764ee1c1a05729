/* One row per month, whole or issuer, front and rule of the access classification that decided anything. */
with logged as (
  select month, issuer_id, front, rule_id, access_method,
         sum(accesses)                                                               as accesses,
         coalesce(sum(accesses) filter (where route_kind <> 'OTHER'), 0)             as declared_accesses
  from   gold.access_daily
  group  by month, issuer_id, front, rule_id, access_method
),
fronts as (
  select month, issuer_id, count(distinct front) = 2 as has_both_fronts
  from   logged
  group  by month, issuer_id
),
mixed as (
  select month, issuer_id, front, rule_id, access_method,
         sum(accesses)                                                               as accesses,
         sum(declared_accesses)                                                      as declared_accesses
  from   logged
  group  by month, front, rule_id, access_method, grouping sets ((), (issuer_id))
)
select m.month,
       if(m.issuer_id is null, 'ALL', 'ISSUER')                                      as entity_level,
       m.issuer_id, m.front, m.rule_id,
       concat('access-classification-', :rule_version)                               as rule_version,
       m.access_method, f.has_both_fronts, m.accesses, m.declared_accesses,
       sum(m.accesses) over (partition by m.month, m.issuer_id, m.front)             as front_accesses,
       cast(m.accesses as double)
         / cast(sum(m.accesses) over (partition by m.month, m.issuer_id, m.front) as double) as share,
       'REPORTED' as value_state
from   mixed m
       left join fronts f on f.month = m.month and f.issuer_id = m.issuer_id
