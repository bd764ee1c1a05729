/* One row per round, topic and option. */
with topic as (
  select topic, side, asked
  from   (values ('ISSUE', 'ISSUER', 'A14_01'), ('ISSUE', 'AGENT', 'B13_01'), ('NOT_ADOPTING', 'ISSUER', 'A2_04'))
         t (topic, side, asked)
),
/* The question as the round's version of the questionnaire has it, under its new name if it was renamed. */
question as (
  select r.round_id, t.topic, t.side, q.questionnaire_id, q.questionnaire_version, q.question_id
  from   silver.round_questionnaire r
         join gold.question q using (questionnaire_id, questionnaire_version)
         join topic t on t.asked = q.question_id or t.asked = q.formerly
),
answered as (
  select q.round_id, q.topic, q.side, a.respondent_id,
         concat('|', array_join(array_distinct(flatten(collect_list(split(a.value, '[|]')))), '|'), '|') as chosen
  from   question q
         join silver.answer a
           on a.round_id = q.round_id and a.question_id = q.question_id and a.value_state = 'REPORTED'
         join gold.response_status f
           on f.round_id = a.round_id and f.respondent_id = a.respondent_id and f.side = q.side and f.is_in_frame
  group  by q.round_id, q.topic, q.side, a.respondent_id
),
offered as (
  select q.round_id, q.topic, q.side, o.option_code, o.position, o.label_ja
  from   question q join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
),
counted as (
  select o.round_id, o.topic, o.side, o.option_code, o.position, o.label_ja,
         count(a.respondent_id) filter (where instr(a.chosen, concat('|', o.option_code, '|')) > 0)  as respondents,
         count(a.respondent_id)                                                                      as answered
  from   offered o left join answered a on a.round_id = o.round_id and a.topic = o.topic and a.side = o.side
  group  by all
)
select round_id, topic, option_code,
       min(position)                                    as position,
       min_by(label_ja, side)                           as label_ja,
       max(respondents) filter (where side = 'ISSUER')  as issuers,
       max(answered) filter (where side = 'ISSUER')     as issuers_answered,
       max(respondents) filter (where side = 'AGENT')   as agents,
       max(answered) filter (where side = 'AGENT')      as agents_answered
from   counted
group  by round_id, topic, option_code
