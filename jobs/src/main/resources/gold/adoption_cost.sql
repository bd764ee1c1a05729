/* One row per round, cost question, size band, adoption status, cost band and value state. */
with question as (
  select q.question_id from (values ('A12_01'), ('A12_02')) q (question_id)
)
select i.round_id, q.question_id, i.size_band, i.adoption_status,
       case when a.value_state = 'REPORTED' then a.value end  as cost_band,
       coalesce(a.value_state, 'NOT_ANSWERED')                as value_state,
       count(*)                                               as issuers
from   gold.issuer_adoption i
       join gold.response_status f
         on  f.round_id = i.round_id and f.respondent_id = i.issuer_id and f.side = 'ISSUER'
         and f.state in ('ACCEPTED', 'LATE')
       cross join question q
       left join silver.answer a
         on a.round_id = i.round_id and a.respondent_id = i.issuer_id and a.question_id = q.question_id
group  by 1, 2, 3, 4, 5, 6
