-- Reasons for declining once more: every code that an agent of the frame wrote is unnested.
with question as (
  select r.round_id, q.questionnaire_id, q.questionnaire_version, q.question_id
  from   silver.round_questionnaire r join gold.question q using (questionnaire_id, questionnaire_version)
  where  q.question_id = 'B5_03' or q.formerly = 'B5_03'
),
code as (
  select q.round_id, a.respondent_id, unnest(string_split(a.value, '|')) as option_code
  from   question q join silver.answer a using (round_id, questionnaire_id, question_id)
  where  a.value_state = 'REPORTED'
    and  exists (select 1 from gold.response_status f where f.round_id = a.round_id and f.respondent_id = a.respondent_id
                   and f.questionnaire_id = a.questionnaire_id and f.is_in_frame)
)
select q.round_id, o.option_code, o.position, o.label_ja,
       (select count(*) from code c where c.round_id = q.round_id and c.option_code = o.option_code)   as agents,
       (select count(distinct c.respondent_id) from code c where c.round_id = q.round_id)              as agents_answered
from   question q join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
