/* One row per round, tracked part of the guideline and answer that may be chosen. */
with part as (
  select r.round_id, q.question_id as part_id, q.label_ja as part_ja, o.option_code, o.position, o.label_ja
  from   silver.round_questionnaire r
         join gold.question q using (questionnaire_id, questionnaire_version)
         join gold.question_option o using (questionnaire_id, questionnaire_version, question_id)
  where  q.question_id in ('A6_01', 'A6_02', 'A6_03', 'A6_04', 'A7_03', 'A7_04', 'A7_05', 'A9_04')
)
select p.round_id, p.part_id, p.option_code, p.position, p.part_ja, p.label_ja,
       count(g.issuer_id) filter (where g.conformity = p.option_code)                      as issuers,
       count(g.issuer_id)                                                                  as issuers_answered,
       count(g.issuer_id) filter (where g.has_live_line and g.conformity = p.option_code)  as live_issuers,
       count(g.issuer_id) filter (where g.has_live_line)                                   as live_issuers_answered
from   part p left join gold.guideline_conformity g on g.round_id = p.round_id and g.part_id = p.part_id
group  by p.round_id, p.part_id, p.option_code, p.position, p.part_ja, p.label_ja
