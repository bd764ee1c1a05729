/* One row per round, question, value, value state, segment, size band and association. Portable: in what Spark and DuckDB share. */
with respondent as (
  select round_id, respondent_id, questionnaire_id, size_band,
         case when is_association_member then 'MEMBER' when not is_association_member then 'NON_MEMBER' end as association
  from   gold.response_status
  where  is_in_frame and state in ('ACCEPTED', 'LATE')
),
question as (
  select r.round_id, q.questionnaire_id, q.questionnaire_version, q.question_id, q.asked_by,
         case when q.type in ('TEXT', 'URL') then 0 else 1 end as has_value
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
)
/* Texts are told apart by their state only. */
select q.round_id, q.questionnaire_id, q.questionnaire_version, q.question_id,
       case when a.value_state = 'REPORTED' and q.has_value = 1 then a.value end  as value,
       coalesce(a.value_state, 'NOT_ANSWERED')                                    as value_state,
       p.segment, p.size_band, p.association,
       count(*)                                                                   as n
from   question q
       join place p
         on p.round_id = q.round_id and p.questionnaire_id = q.questionnaire_id and p.asked_by = q.asked_by
       left join silver.answer a
         on  a.round_id = q.round_id and a.questionnaire_id = q.questionnaire_id and a.question_id = q.question_id
         and a.respondent_id = p.respondent_id and coalesce(a.product_line_id, '') = p.product_line_id
         and coalesce(a.segment, '') = p.answer_segment and coalesce(a.counterparty_id, '') = p.counterparty_id
group  by 1, 2, 3, 4, 5, 6, 7, 8, 9
