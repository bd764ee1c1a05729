-- Table 3 once more: every issuer that answered and both cost questions, each looked up.
with question as (
  select unnest(['A12_01', 'A12_02']) as question_id
)
select i.round_id, q.question_id, i.size_band, i.adoption_status,
       (select any_value(a.value) from silver.answer a
        where a.round_id = i.round_id and a.respondent_id = i.issuer_id and a.question_id = q.question_id
          and a.value_state = 'REPORTED')                                          as cost_band,
       coalesce((select any_value(a.value_state) from silver.answer a
                 where a.round_id = i.round_id and a.respondent_id = i.issuer_id and a.question_id = q.question_id),
                'NOT_ANSWERED')                                                    as value_state,
       count(*)                                                                    as issuers
from   gold.issuer_adoption i, question q
where  exists (select 1 from silver.submission s
               where s.kind = 'SURVEY' and s.state = 'ACCEPTED' and s.questionnaire_id = 'issuer_survey'
                 and s.round_id = i.round_id and s.respondent_id = i.issuer_id)
group  by all
