-- The months of foreign registers once more: from the brands' identities, snapshot beside snapshot, instead of from the links between them.
with day as (
  select register_id, snapshot_on, last_day(snapshot_on) as month_end, any_value(id_scheme) as id_scheme,
         row_number() over (partition by register_id order by snapshot_on) as place
  from   silver.foreign_brand
  group  by register_id, snapshot_on
),
pair as (
  select d.register_id, d.snapshot_on, d.month_end, d.id_scheme, e.snapshot_on as earlier_snapshot_on,
         e.month_end as earlier_month_end, e.id_scheme as earlier_id_scheme
  from   day d left join day e on e.register_id = d.register_id and e.place = d.place - 1
),
now as (
  select p.*, b.brand_id, b.entity_id, old.brand_id as same_id, heir.brand_id as same_identity,
         exists (select 1 from silver.foreign_brand_link l
                 where l.register_id = p.register_id and l.snapshot_on = p.snapshot_on
                   and l.brand_id = b.brand_id and l.match = 'AMBIGUOUS') as is_ambiguous
  from   pair p
         join silver.foreign_brand b on b.register_id = p.register_id and b.snapshot_on = p.snapshot_on
         left join silver.foreign_brand old
              on old.register_id = p.register_id and old.snapshot_on = p.earlier_snapshot_on
                 and old.brand_id = b.brand_id and old.id_scheme = b.id_scheme
         left join silver.foreign_brand heir
              on heir.register_id = p.register_id and heir.snapshot_on = p.earlier_snapshot_on
                 and heir.identity_id = b.identity_id
),
counted as (
  select register_id, snapshot_on, month_end, earlier_snapshot_on, earlier_month_end,
         count(*) as brands,
         count(distinct entity_id) as entities,
         count(*) filter (where entity_id is null) as brands_without_entity,
         count(*) filter (where same_id is not null) as continuing,
         count(*) filter (where same_id is null and same_identity is not null) as rekeyed,
         count(*) filter (where same_id is null and same_identity is null) as came,
         count(*) filter (where is_ambiguous) as ambiguous,
         any_value(id_scheme) is distinct from any_value(earlier_id_scheme) as is_other_scheme
  from   now
  group  by register_id, snapshot_on, month_end, earlier_snapshot_on, earlier_month_end
),
compared as (
  select c.*, c.earlier_snapshot_on is not null as is_compared,
         (select count(*) from silver.foreign_brand b
          where b.register_id = c.register_id and b.snapshot_on = c.earlier_snapshot_on) as before,
         (select count(*) from (select b.entity_id from silver.foreign_brand b
                                where b.register_id = c.register_id and b.snapshot_on = c.snapshot_on
                                  and b.entity_id is not null
                                group by b.entity_id having count(*) >= 2)) as entities_with_several_brands
  from   counted c
),
span as (
  select register_id, unnest(generate_series(date_trunc('month', min(snapshot_on)), max(snapshot_on), interval 1 month))::date as month
  from   day
  group  by register_id
)
select s.register_id, s.month, c.snapshot_on is null as is_gap, c.snapshot_on, c.earlier_snapshot_on,
       datediff('month', c.earlier_month_end, c.month_end) as months_since_earlier,
       c.brands, c.entities, c.entities_with_several_brands, c.brands_without_entity,
       if(c.is_compared, c.came, null) as new_brands,
       if(c.is_compared, c.before - c.continuing - c.rekeyed, null) as gone_brands,
       if(c.is_compared, c.continuing, null) as continuing_brands,
       if(c.is_compared, c.rekeyed, null) as rekeyed_brands,
       if(c.is_compared, c.ambiguous, null) as ambiguous_brands,
       if(c.is_compared, c.is_other_scheme or 100 * c.continuing < :rekeying_kept_percent * c.before, null) as is_rekeying,
       if(c.is_compared, 100 * c.brands < (100 - :drop_flag_percent) * c.before, null) as is_drop_flagged
from   span s left join compared c on c.register_id = s.register_id and last_day(s.month) = c.month_end
