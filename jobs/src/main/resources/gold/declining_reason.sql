/* One row per round and reason. */
with question as (
  select r.round_id, q.questionnaire_id, q.questionnaire_version, q.question_id
  from   silver.round_questionnaire r join gold.question q using (questionnaire_id, questionnaire_version)
  where  'B5_03' in (q.question_id, q.formerly)
),
answered as (
  select q.round_id, a.respondent_id, concat('|', a.value, '|') as chosen
  from   question q
         join silver.answer a
           on a.round_id = q.round_id and a.question_id = q.question_id and a.value_state = 'REPORTED'
         join gold.response_status f
           on f.round_id = a.round_id and f.respondent_id = a.respondent_id and f.side = 'AGENT' and f.is_in_frame
)
select q.round_id, o.option_code, o.position, o.label_ja,
       count(a.respondent_id) filter (where instr(a.chosen, concat('|', o.option_code, '|')) > 0)  as agents,
       count(a.respondent_id)                                                                      as agents_answered
from   question q
       join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
       left join answered a on a.round_id = q.round_id
group  by q.round_id, o.option_code, o.position, o.label_ja
