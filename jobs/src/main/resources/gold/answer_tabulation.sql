/* One row per round, question, slice and its value, option and value state. Portable: in what Spark and DuckDB share. */
with facet as (
  select '' as slice union all select 'segment' union all select 'size_band' union all select 'association'
),
sliced as (
  select a.*, f.slice,
         case f.slice when 'segment' then a.segment when 'size_band' then a.size_band
                      when 'association' then a.association else '' end          as slice_value
  from   gold.answer_count a cross join facet f
),
counted as (
  select round_id, questionnaire_id, questionnaire_version, question_id, slice, slice_value, value, value_state, sum(n) as n
  from   sliced
  where  slice_value is not null
  group  by round_id, questionnaire_id, questionnaire_version, question_id, slice, slice_value, value, value_state
),
by_state as (
  select round_id, question_id, slice, slice_value, value_state, sum(n) as n
  from   counted
  group  by round_id, question_id, slice, slice_value, value_state
),
/* Every option of a question that anybody of the slice is asked, 0 where nobody chose it. */
by_option as (
  select c.round_id, c.question_id, c.slice, c.slice_value, o.option_code,
         coalesce(sum(c.n) filter (where instr('|' || c.value || '|', '|' || o.option_code || '|') > 0), 0) as n
  from   counted c
         join gold.question_option o
           on  o.questionnaire_id = c.questionnaire_id and o.questionnaire_version = c.questionnaire_version
           and o.question_id = c.question_id
  group  by c.round_id, c.question_id, c.slice, c.slice_value, o.option_code
),
dated as (
  select c.round_id, c.question_id, c.slice, c.slice_value, c.n,
         case when q.type = 'DATE' then cast(substr(c.value, 1, 4) as bigint)
                                        - case when substr(c.value, 6, 2) < '04' then 1 else 0 end
              else cast(c.value as bigint) end                                   as fiscal_year
  from   counted c
         join gold.question q
           on  q.questionnaire_id = c.questionnaire_id and q.questionnaire_version = c.questionnaire_version
           and q.question_id = c.question_id
  where  c.value is not null and (q.type = 'DATE' or q.unit = 'fiscal_year')
),
by_year as (
  select round_id, question_id, slice, slice_value, 'FY' || cast(fiscal_year as string) as option_code, sum(n) as n
  from   dated
  group  by round_id, question_id, slice, slice_value, fiscal_year
),
/* Whole numbers, and ratios in billionths, so that every engine reckons with integers. */
number as (
  select c.round_id, c.question_id, c.slice, c.slice_value, c.n,
         case when q.type = 'DECIMAL' then 1 else 0 end                          as is_ratio,
         case when q.type = 'DECIMAL' or q.unit = 'fiscal_year' then 0 else 1 end as adds_up,
         case when q.type = 'DECIMAL' then cast(cast(c.value as decimal(18, 9)) * 1000000000 as bigint)
              else cast(c.value as bigint) end                                   as v
  from   counted c
         join gold.question q
           on  q.questionnaire_id = c.questionnaire_id and q.questionnaire_version = c.questionnaire_version
           and q.question_id = c.question_id
  where  c.value is not null and q.type in ('INTEGER', 'DECIMAL')
),
/* The n answers with one value take the places from `first` to `past` - 1 in the order of the values, counted from 0. */
placed as (
  select number.*, past - n as first, total - 1 as last_place
  from   (select *,
                 sum(n) over (partition by round_id, question_id, slice, slice_value order by v
                              rows between unbounded preceding and current row)    as past,
                 sum(n) over (partition by round_id, question_id, slice, slice_value) as total
          from   number) number
),
/* A quartile lies k quarters of a place above place 0; its neighbours below and above weigh 4 - r and r quarters, r = mod(k, 4). */
quartile as (
  select p.*, j.j, mod(j.j * last_place, 4) as r, j.j * last_place - mod(j.j * last_place, 4) as below
  from   placed p cross join (select 1 as j union all select 2 union all select 3) j
),
weighed as (
  select *,
         case when 4 * first <= below and below < 4 * past then 4 - r else 0 end
           + case when 4 * first <= below + 4 and below + 4 < 4 * past then r else 0 end as weight
  from   quartile
),
statistic as (
  select round_id, question_id, slice, slice_value,
         case when min(adds_up) = 1 then cast(sum(v * n) filter (where j = 1) as bigint) end         as total,
         case when max(is_ratio) = 1 then cast(4000000000 as double) else cast(4 as double) end      as quarters,
         cast(sum(v * weight) filter (where j = 1) as double)                                        as lower,
         cast(sum(v * weight) filter (where j = 2) as double)                                        as middle,
         cast(sum(v * weight) filter (where j = 3) as double)                                        as upper
  from   weighed
  group  by round_id, question_id, slice, slice_value
)
select s.round_id, s.question_id, nullif(s.slice, '') as slice, nullif(s.slice_value, '') as slice_value,
       cast(null as string)  as option_code,
       s.value_state,
       cast(s.n as bigint)   as n,
       t.total               as sum,
       t.middle / t.quarters as median,
       t.lower / t.quarters  as q1,
       t.upper / t.quarters  as q3
from   by_state s
       left join statistic t
         on  s.value_state = 'REPORTED' and t.round_id = s.round_id and t.question_id = s.question_id
         and t.slice = s.slice and t.slice_value = s.slice_value
union all
select round_id, question_id, nullif(slice, ''), nullif(slice_value, ''), option_code, 'REPORTED', cast(n as bigint),
       null, null, null, null
from   (select * from by_option union all select * from by_year) chosen
