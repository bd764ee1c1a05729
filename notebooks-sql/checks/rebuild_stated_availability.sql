-- gold.stated_availability once more, from silver alone, in DuckDB's dialect: the two answers are joined
-- instead of folded, and the frame is read from its register.
select s.round_id, s.respondent_id                                                 as issuer_id,
       floor(s.value::decimal(28, 20) * 1000000 + 0.5)::bigint                      as availability_millionths,
       p.value                                                                     as planned_stops
from   silver.answer s
       join silver.answer p
         on  p.round_id = s.round_id and p.respondent_id = s.respondent_id
         and p.question_id = 'A10_04' and p.value_state = 'REPORTED'
where  s.question_id = 'A10_02' and s.value_state = 'REPORTED'
  and  exists (select 1
               from   silver.survey_round r join silver.population_frame f on f.frame_id = r.frame_id
               where  r.round_id = s.round_id and f.issuer_id = s.respondent_id)
