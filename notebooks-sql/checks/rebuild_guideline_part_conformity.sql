-- Table 6 once more, from the answers of the frame's issuers and their product lines.
with issuer as (
  select r.round_id, f.issuer_id,
         exists (select 1 from silver.answer a
                        join silver.product_line l on l.product_line_id = a.product_line_id and l.issuer_id = a.respondent_id
                 where a.round_id = r.round_id and a.respondent_id = f.issuer_id and a.question_id = 'A2_01'
                   and a.value_state = 'REPORTED' and a.value = 'LIVE'
                   and r.reference_date between coalesce(l.valid_from, date '0001-01-01') and coalesce(l.valid_to, date '9999-12-31')) as is_live
  from   silver.survey_round r join silver.population_frame f using (frame_id)
),
said as (
  select a.round_id, a.question_id, a.value, i.is_live
  from   silver.answer a join issuer i on i.round_id = a.round_id and i.issuer_id = a.respondent_id
  where  a.value_state = 'REPORTED' and a.questionnaire_id = 'issuer_survey'
)
select r.round_id, o.question_id as part_id, o.option_code, o.position, q.label_ja as part_ja, o.label_ja,
       count(s.value) filter (where s.value = o.option_code)                  as issuers,
       count(s.value)                                                         as issuers_answered,
       count(s.value) filter (where s.value = o.option_code and s.is_live)    as live_issuers,
       count(s.value) filter (where s.is_live)                                as live_issuers_answered
from   silver.round_questionnaire r
       join gold.question q using (questionnaire_id, questionnaire_version)
       join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
       left join said s on s.round_id = r.round_id and s.question_id = o.question_id
where  o.question_id in ('A6_01', 'A6_02', 'A6_03', 'A6_04', 'A7_03', 'A7_04', 'A7_05', 'A9_04')
group  by all
