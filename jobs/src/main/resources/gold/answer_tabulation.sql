/* One row per round, question, slice and its value, option and value state. Portable: written in what Spark and DuckDB share. */
with respondent as (
  select round_id, respondent_id, questionnaire_id, size_band,
         case when is_association_member then 'MEMBER' when not is_association_member then 'NON_MEMBER' end as association
  from   gold.response_status
  where  is_in_frame and state in ('ACCEPTED', 'LATE')
),
question as (
  select r.round_id, q.questionnaire_id, q.questionnaire_version, q.question_id, q.asked_by,
         case when q.type in ('INTEGER', 'DECIMAL') then 1 else 0 end                                as is_number,
         case when q.type = 'DECIMAL' then 1 else 0 end                                              as is_ratio,
         case when q.type = 'DATE' or q.unit = 'fiscal_year' then 1 else 0 end                       as is_by_year
  from   silver.round_questionnaire r
         join gold.question q
           on q.questionnaire_id = r.questionnaire_id and q.questionnaire_version = r.questionnaire_version
),
/* A row about a counterparty that the register does not hold on the reference date counts nowhere. */
company as (
  select agent_id as company_id, 'issuer_survey' as questionnaire_id, valid_from, valid_to from silver.agent
  union all
  select issuer_id, 'agent_survey', valid_from, valid_to from silver.issuer
),
counterparty as (
  select distinct a.round_id, a.questionnaire_id, a.respondent_id, a.segment, a.counterparty_id
  from   silver.answer a
         join silver.survey_round r on r.round_id = a.round_id
         join company c
           on  c.company_id = a.counterparty_id and c.questionnaire_id = a.questionnaire_id
           and coalesce(c.valid_from, r.reference_date) <= r.reference_date
           and coalesce(c.valid_to, r.reference_date) >= r.reference_date
),
/* For what each respondent answers the questions: once, per line, per counterparty. */
place as (
  select round_id, questionnaire_id, respondent_id, size_band, association, 'RESPONDENT' as asked_by,
         '' as product_line_id, '' as answer_segment, '' as counterparty_id, cast(null as string) as segment
  from   respondent
  union all
  select p.round_id, p.questionnaire_id, p.respondent_id, p.size_band, p.association, 'PRODUCT_LINE',
         l.product_line_id, '', '', l.segment
  from   respondent p
         join gold.adoption l
           on l.round_id = p.round_id and l.issuer_id = p.respondent_id and l.product_line_id is not null
  where  p.questionnaire_id = 'issuer_survey'
  union all
  select p.round_id, p.questionnaire_id, p.respondent_id, p.size_band, p.association, 'COUNTERPARTY',
         '', c.segment, c.counterparty_id, c.segment
  from   respondent p
         join counterparty c
           on  c.round_id = p.round_id and c.questionnaire_id = p.questionnaire_id and c.respondent_id = p.respondent_id
),
answer as (
  select q.round_id, q.questionnaire_id, q.questionnaire_version, q.question_id, q.is_number, q.is_ratio, q.is_by_year,
         p.size_band, p.association, p.segment, a.value, coalesce(a.value_state, 'NOT_ANSWERED') as value_state
  from   question q
         join place p
           on p.round_id = q.round_id and p.questionnaire_id = q.questionnaire_id and p.asked_by = q.asked_by
         left join silver.answer a
           on  a.round_id = q.round_id and a.questionnaire_id = q.questionnaire_id and a.question_id = q.question_id
           and a.respondent_id = p.respondent_id and coalesce(a.product_line_id, '') = p.product_line_id
           and coalesce(a.segment, '') = p.answer_segment and coalesce(a.counterparty_id, '') = p.counterparty_id
),
facet as (
  select '' as slice union all select 'segment' union all select 'size_band' union all select 'association'
),
sliced as (
  select a.*, f.slice,
         case f.slice when 'segment' then a.segment when 'size_band' then a.size_band
                      when 'association' then a.association else '' end  as slice_value
  from   answer a cross join facet f
),
/* Texts are told apart by their state only. */
counted as (
  select s.round_id, s.questionnaire_id, s.questionnaire_version, s.question_id, s.slice, s.slice_value, s.value_state,
         case when s.value_state <> 'REPORTED' then null
              when s.is_by_year = 1 and s.is_number = 1 then s.value
              when s.is_by_year = 1 then cast(cast(substr(s.value, 1, 4) as bigint)
                                              - case when substr(s.value, 6, 2) < '04' then 1 else 0 end as string)
              when o.question_id is not null then s.value end  as chosen,
         s.is_by_year,
         count(*)                                              as n
  from   sliced s
         left join (select distinct questionnaire_id, questionnaire_version, question_id from gold.question_option) o
           on  o.questionnaire_id = s.questionnaire_id and o.questionnaire_version = s.questionnaire_version
           and o.question_id = s.question_id
  where  s.slice_value is not null
  group  by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
/* Whole numbers, ratios in billionths: integers come out alike in every engine. */
number as (
  select round_id, question_id, slice, slice_value, is_ratio, is_by_year,
         case when is_ratio = 1 then cast(cast(value as decimal(18, 9)) * 1000000000 as bigint)
              else cast(value as bigint) end                   as v
  from   sliced
  where  is_number = 1 and value_state = 'REPORTED' and slice_value is not null
),
ranked as (
  select *,
         row_number() over (partition by round_id, question_id, slice, slice_value order by v) - 1  as place,
         count(*) over (partition by round_id, question_id, slice, slice_value) - 1                 as last_place
  from   number
),
/* The value at place (j / 4) * last_place lies between two neighbours: their weights, in quarters, are what is left of 4. */
statistic as (
  select round_id, question_id, slice, slice_value,
         case when max(is_ratio) = 0 and max(is_by_year) = 0 then cast(sum(v) as bigint) end         as total,
         case when max(is_ratio) = 1 then cast(4000000000 as double) else cast(4 as double) end      as quarters,
         cast(sum(v * greatest(0, 4 - abs(last_place - 4 * place))) as double)                       as lower,
         cast(sum(v * greatest(0, 4 - abs(2 * last_place - 4 * place))) as double)                   as middle,
         cast(sum(v * greatest(0, 4 - abs(3 * last_place - 4 * place))) as double)                   as upper
  from   ranked
  group  by round_id, question_id, slice, slice_value
),
by_state as (
  select round_id, question_id, slice, slice_value, value_state, sum(n) as n
  from   counted
  group  by round_id, question_id, slice, slice_value, value_state
),
/* Every option of a question that anybody of the slice is asked, 0 where nobody chose it. */
by_option as (
  select c.round_id, c.question_id, c.slice, c.slice_value, o.option_code,
         coalesce(sum(c.n) filter (where instr('|' || c.chosen || '|', '|' || o.option_code || '|') > 0), 0) as n
  from   counted c
         join gold.question_option o
           on  o.questionnaire_id = c.questionnaire_id and o.questionnaire_version = c.questionnaire_version
           and o.question_id = c.question_id
  group  by c.round_id, c.question_id, c.slice, c.slice_value, o.option_code
  union all
  select round_id, question_id, slice, slice_value, 'FY' || chosen, sum(n)
  from   counted
  where  is_by_year = 1 and chosen is not null
  group  by round_id, question_id, slice, slice_value, chosen
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
from   by_option
