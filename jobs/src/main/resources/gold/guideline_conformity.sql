/* One row per round, issuer of the frame and tracked part with a reported answer. */
with live as (
  select round_id, issuer_id, coalesce(max(adoption_status = 'LIVE'), false) as has_live_line
  from   gold.adoption
  group  by round_id, issuer_id
)
select l.round_id, l.issuer_id,
       a.question_id                        as part_id,
       a.value                              as conformity,
       v.value                              as actual_value,
       l.has_live_line
from   live l
       join silver.answer a
         on  a.round_id = l.round_id and a.respondent_id = l.issuer_id and a.value_state = 'REPORTED'
         and a.question_id in ('A6_01', 'A6_02', 'A6_03', 'A6_04', 'A7_03', 'A7_04', 'A7_05', 'A9_04')
       left join silver.answer v
         on  v.round_id = l.round_id and v.respondent_id = l.issuer_id and v.value_state = 'REPORTED'
         and v.question_id = concat(a.question_id, 'V')
