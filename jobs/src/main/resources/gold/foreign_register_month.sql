/* One row per register and month from its first to its last snapshot; a month without one has no number. */
with entity as (
  select register_id, snapshot_on, entity_id, count(*) as brands
  from   silver.foreign_brand
  group  by register_id, snapshot_on, entity_id
),
snapshot as (
  select register_id, snapshot_on, cast(date_trunc('month', snapshot_on) as date)        as month,
         sum(brands)                                                                     as brands,
         count(*) filter (where entity_id is not null)                                   as entities,
         count(*) filter (where entity_id is not null and brands > 1)                    as entities_with_several_brands,
         coalesce(sum(brands) filter (where entity_id is null), 0)                       as brands_without_entity
  from   entity
  group  by register_id, snapshot_on
),
ordered as (
  select *,
         lag(snapshot_on) over (partition by register_id order by snapshot_on)           as earlier_snapshot_on,
         lag(month) over (partition by register_id order by snapshot_on)                 as earlier_month,
         lag(brands) over (partition by register_id order by snapshot_on)                as earlier_brands
  from   snapshot
),
/* A brand whose successor is not certain is a gone one and, perhaps, a new one: nothing is guessed. */
change as (
  select register_id, snapshot_on,
         count(*) filter (where match = 'NEW' or (match = 'AMBIGUOUS' and brand_id is not null))          as new_brands,
         count(*) filter (where match = 'GONE' or (match = 'AMBIGUOUS' and earlier_brand_id is not null)) as gone_brands,
         count(*) filter (where match in ('STATED_ID', 'ENTITY_AND_NAME', 'NAME_AND_ENTITY_GROUP', 'NAME')) as rekeyed_brands,
         count(*) filter (where match = 'AMBIGUOUS' and brand_id is not null)                             as ambiguous_brands,
         max(is_rekeying)                                                                                 as is_rekeying
  from   silver.foreign_brand_link
  group  by register_id, snapshot_on
),
span as (
  select register_id, explode(sequence(min(month), max(month), interval 1 month)) as month
  from   snapshot
  group  by register_id
)
select p.register_id, p.month, o.snapshot_on is null as is_gap, o.snapshot_on, o.earlier_snapshot_on,
       cast(months_between(o.month, o.earlier_month) as bigint) as months_since_earlier,
       o.brands, o.entities, o.entities_with_several_brands, o.brands_without_entity,
       if(o.earlier_snapshot_on is null, null, coalesce(c.new_brands, 0))                as new_brands,
       if(o.earlier_snapshot_on is null, null, coalesce(c.gone_brands, 0))               as gone_brands,
       if(o.earlier_snapshot_on is null, null,
          o.brands - coalesce(c.new_brands, 0) - coalesce(c.rekeyed_brands, 0))          as continuing_brands,
       if(o.earlier_snapshot_on is null, null, coalesce(c.rekeyed_brands, 0))            as rekeyed_brands,
       if(o.earlier_snapshot_on is null, null, coalesce(c.ambiguous_brands, 0))          as ambiguous_brands,
       if(o.earlier_snapshot_on is null, null, coalesce(c.is_rekeying, false))           as is_rekeying,
       100 * (o.earlier_brands - o.brands) > :drop_flag_percent * o.earlier_brands       as is_drop_flagged
from   span p
       left join ordered o on o.register_id = p.register_id and o.month = p.month
       left join change c on c.register_id = o.register_id and c.snapshot_on = o.snapshot_on
