-- What did companies of each size answer? クロス集計: one question of the newest round by size band, with labels instead of codes.
-- Put another question in the place of A15_01; gold.question lists them. Shares are of the answers with a value.
with newest as (
  select round_id from silver.survey_round
  where  round_id in (select round_id from gold.answer_tabulation)
  order  by reference_date desc limit 1
)
select q.label_ja as question, coalesce(z.label_ja, '全体') as size_band, o.label_ja as answer, t.n,
       round(100 * t.n / nullif(sum(t.n) filter (where t.option_code is null) over (partition by t.slice_value), 0), 1) as percent
from   gold.answer_tabulation t
       join newest using (round_id)
       join silver.round_questionnaire r using (round_id)
       join gold.question q
         on  q.questionnaire_id = r.questionnaire_id and q.questionnaire_version = r.questionnaire_version and q.question_id = t.question_id
       left join gold.question_option o
         on  o.questionnaire_id = q.questionnaire_id and o.questionnaire_version = q.questionnaire_version
         and o.question_id = q.question_id and o.option_code = t.option_code
       left join gold.size_band z on z.size_band = t.slice_value
where  t.question_id = 'A15_01' and t.value_state = 'REPORTED' and (t.slice is null or t.slice = 'size_band')
qualify t.option_code is not null
order  by z.position nulls first, o.position
