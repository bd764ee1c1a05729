-- Table 4 once more: every code that a company wrote is unnested, and companies are counted distinct.
with asked as (
  select * from (values ('ISSUE', 'A14_01', 'issuer_survey'), ('ISSUE', 'B13_01', 'agent_survey'), ('NOT_ADOPTING', 'A2_04', 'issuer_survey'))
         t (topic, id, questionnaire_id)
),
question as (
  select r.round_id, t.topic, q.questionnaire_id, q.questionnaire_version, q.question_id
  from   silver.round_questionnaire r join gold.question q using (questionnaire_id, questionnaire_version)
         join asked t on t.questionnaire_id = q.questionnaire_id and t.id in (q.question_id, q.formerly)
),
code as (
  select q.round_id, q.topic, q.questionnaire_id, a.respondent_id, unnest(string_split(a.value, '|')) as option_code
  from   question q join silver.answer a using (round_id, questionnaire_id, question_id)
  where  a.value_state = 'REPORTED'
    and  exists (select 1 from gold.response_status f where f.round_id = a.round_id and f.respondent_id = a.respondent_id
                   and f.questionnaire_id = a.questionnaire_id and f.is_in_frame)
),
count_of as (
  select q.round_id, q.topic, q.questionnaire_id, o.option_code, o.position, o.label_ja,
         (select count(distinct c.respondent_id) from code c
          where c.round_id = q.round_id and c.topic = q.topic and c.questionnaire_id = q.questionnaire_id
            and c.option_code = o.option_code) as chose,
         (select count(distinct c.respondent_id) from code c
          where c.round_id = q.round_id and c.topic = q.topic and c.questionnaire_id = q.questionnaire_id) as answered
  from   question q join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
)
select round_id, topic, option_code, min(position) as position,
       coalesce(any_value(label_ja) filter (where questionnaire_id = 'agent_survey'), any_value(label_ja)) as label_ja,
       any_value(chose) filter (where questionnaire_id = 'issuer_survey')    as issuers,
       any_value(answered) filter (where questionnaire_id = 'issuer_survey') as issuers_answered,
       any_value(chose) filter (where questionnaire_id = 'agent_survey')     as agents,
       any_value(answered) filter (where questionnaire_id = 'agent_survey')  as agents_answered
from   count_of
group  by round_id, topic, option_code
