/* One row per round and issuer of the frame that states its availability with how planned stops count in it. */
with stated as (
  select a.round_id, a.respondent_id as issuer_id,
         max(a.value) filter (where a.question_id = 'A10_02')   as availability,
         max(a.value) filter (where a.question_id = 'A10_04')   as planned_stops
  from   silver.answer a
         join gold.response_status f
           on f.round_id = a.round_id and f.respondent_id = a.respondent_id and f.side = 'ISSUER' and f.is_in_frame
  where  a.value_state = 'REPORTED' and a.question_id in ('A10_02', 'A10_04')
  group  by a.round_id, a.respondent_id
)
select round_id, issuer_id,
       cast(round(cast(availability as decimal(28, 20)) * 1000000, 0) as bigint)   as availability_millionths,
       planned_stops
from   stated
where  availability is not null and planned_stops is not null
