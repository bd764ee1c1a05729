-- gold.answer_tabulation once more, in DuckDB's dialect and written from the definition: a list of answers per question and slice is
-- folded by list functions, quartiles come from quantile_cont (Excel's QUARTILE.INC), multi answers are unnested.
with edition as (
  select r.round_id, r.reference_date, q.questionnaire_id, q.questionnaire_version
  from   silver.survey_round r join silver.round_questionnaire q using (round_id)
),
member as (
  select e.*, f.issuer_id as respondent_id,
         (select z.size_band from gold.size_band z
          where f.cards_issued between z.lowest_cards and coalesce(z.highest_cards, 9223372036854775807))  as size_band
  from   edition e join silver.survey_round r using (round_id) join silver.population_frame f on f.frame_id = r.frame_id
  where  e.questionnaire_id = 'issuer_survey'
  union
  select e.*, a.agent_id, null
  from   edition e join silver.agent a
           on e.reference_date between coalesce(a.valid_from, date '0001-01-01') and coalesce(a.valid_to, date '9999-12-31')
  where  e.questionnaire_id = 'agent_survey'
),
respondent as (
  select m.* replace (if(m.questionnaire_id = 'issuer_survey', coalesce(m.size_band, 'UNKNOWN'), null) as size_band),
         (select if(c.is_association_member, 'MEMBER', 'NON_MEMBER')
          from   (select issuer_id as id, 'issuer_survey' as asked, is_association_member, valid_from, valid_to from silver.issuer
                  union all
                  select agent_id, 'agent_survey', is_association_member, valid_from, valid_to from silver.agent) c
          where  c.id = m.respondent_id and c.asked = m.questionnaire_id and c.is_association_member is not null
            and  m.reference_date between coalesce(c.valid_from, date '0001-01-01') and coalesce(c.valid_to, date '9999-12-31')) as association
  from   member m
  where  exists (select 1 from silver.submission s
                 where  s.kind = 'SURVEY' and s.state = 'ACCEPTED' and s.round_id = m.round_id
                   and  s.questionnaire_id = m.questionnaire_id and s.respondent_id = m.respondent_id)
),
held as (
  select e.round_id, e.questionnaire_id, c.id
  from   edition e,
         (select issuer_id as id, 'agent_survey' as named_in, valid_from, valid_to from silver.issuer
          union all
          select agent_id, 'issuer_survey', valid_from, valid_to from silver.agent) c
  where  c.named_in = e.questionnaire_id
    and  e.reference_date between coalesce(c.valid_from, date '0001-01-01') and coalesce(c.valid_to, date '9999-12-31')
),
place as (
  select p.*, 'RESPONDENT' as asked_by, null::varchar as line, null::varchar as part, null::varchar as other, null::varchar as segment
  from   respondent p
  union all
  select p.*, 'PRODUCT_LINE', l.product_line_id, null, null, l.segment
  from   respondent p join silver.product_line l
           on  l.issuer_id = p.respondent_id
           and p.reference_date between coalesce(l.valid_from, date '0001-01-01') and coalesce(l.valid_to, date '9999-12-31')
  where  p.questionnaire_id = 'issuer_survey'
  union all
  select distinct p.*, 'COUNTERPARTY', null, a.segment, a.counterparty_id, a.segment
  from   respondent p join silver.answer a using (round_id, questionnaire_id, respondent_id)
  where  (a.round_id, a.questionnaire_id, a.counterparty_id) in (select (round_id, questionnaire_id, id) from held)
),
said as (
  select p.round_id, q.question_id, q.type, q.unit, q.questionnaire_id, q.questionnaire_version,
         coalesce(a.value_state, 'NOT_ANSWERED') as value_state, a.value,
         unnest([{'slice': null, 'slice_value': null}, {'slice': 'segment', 'slice_value': p.segment},
                 {'slice': 'size_band', 'slice_value': p.size_band}, {'slice': 'association', 'slice_value': p.association}],
                recursive := true)
  from   place p
         join gold.question q using (questionnaire_id, questionnaire_version, asked_by)
         left join silver.answer a
           on  a.round_id = p.round_id and a.questionnaire_id = p.questionnaire_id and a.respondent_id = p.respondent_id
           and a.question_id = q.question_id and a.product_line_id is not distinct from p.line
           and a.segment is not distinct from p.part and a.counterparty_id is not distinct from p.other
),
kept as (
  select * from said where slice is null or slice_value is not null
),
stated as (
  select round_id, question_id, slice, slice_value, value_state, count(*) as n,
         any_value(type) as type, any_value(unit) as unit,
         list(case when value_state <> 'REPORTED' then null
                   when type = 'DECIMAL' then value::decimal(18, 9) * 1000000000
                   when type = 'INTEGER' then value::decimal(18, 0) end)
           filter (where value_state = 'REPORTED' and type in ('INTEGER', 'DECIMAL'))         as numbers
  from   kept
  group  by all
),
-- asked of anybody in the slice: every option has a row, and what was chosen more than the form offers would stand out
offered as (
  select distinct k.round_id, k.question_id, k.slice, k.slice_value, o.option_code
  from   kept k join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
),
chosen as (
  select round_id, question_id, slice, slice_value, unnest(string_split(value, '|')) as option_code
  from   kept
  where  value_state = 'REPORTED' and type in ('CHOICE', 'MULTI', 'YES_NO')
),
years as (
  select round_id, question_id, slice, slice_value,
         'FY' || if(type = 'DATE', year(try_cast(value as date) - interval 3 month), try_cast(value as bigint))::varchar as option_code
  from   kept
  where  value_state = 'REPORTED' and (type = 'DATE' or unit = 'fiscal_year')
),
options as (
  select o.round_id, o.question_id, o.slice, o.slice_value, o.option_code, count(c.option_code) as n
  from   offered o
         full join chosen c
           on  c.round_id = o.round_id and c.question_id = o.question_id and c.slice is not distinct from o.slice
           and c.slice_value is not distinct from o.slice_value and c.option_code = o.option_code
  group  by all
  union all
  select *, count(*) from years group by all
)
select round_id, question_id, slice, slice_value, null::varchar as option_code, value_state, n,
       if(numbers is not null and type = 'INTEGER' and unit is distinct from 'fiscal_year', list_sum(numbers)::bigint, null) as sum,
       list_aggregate(list_transform(numbers, lambda v: v::double), 'quantile_cont', 0.5) / if(type = 'DECIMAL', 1e9, 1e0)  as median,
       list_aggregate(list_transform(numbers, lambda v: v::double), 'quantile_cont', 0.25) / if(type = 'DECIMAL', 1e9, 1e0) as q1,
       list_aggregate(list_transform(numbers, lambda v: v::double), 'quantile_cont', 0.75) / if(type = 'DECIMAL', 1e9, 1e0) as q3
from   stated
union all
select round_id, question_id, slice, slice_value, option_code, 'REPORTED', n, null, null, null, null
from   options
