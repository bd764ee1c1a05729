-- gold.issuer_today once more, in DuckDB: every chain of certain successions is walked step by step, and one that is still
-- walking after more steps than there are successions goes round.
with recursive ended as (
  select old_id, list_distinct(list(new_id)) as heirs, min(effective_on) as since, list_contains(list(kind), 'SPLIT') as is_split
  from   silver.succession
  where  not effective_on > :as_of and exists (select 1 from silver.issuer i where i.issuer_id = old_id)
  group  by all
),
certain as (
  select old_id, heirs[1] as heir from ended where len(heirs) = 1 and not is_split
),
walk as (
  select old_id, heir as place, 1 as steps from certain
  union all
  select w.old_id, c.heir, w.steps + 1
  from   walk w join certain c on c.old_id = w.place
  where  w.steps <= (select count(*) from certain)
),
arrived as (
  select old_id, place from walk where place not in (select old_id from certain)
)
select e.old_id as issuer_id, a.place as issuer_today_id, e.since as effective_on,
       case when e.is_split then 'SPLIT' when len(e.heirs) > 1 then 'SEVERAL_SUCCESSORS' when a.place is null then 'CYCLE' end as finding
from   ended e left join arrived a on a.old_id = e.old_id
