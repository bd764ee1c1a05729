/* Question: who has not answered, and how much do they weigh? 未回答・差戻しの先（最新の調査回）
   Reads gold.response_status and the registers. Issuers by the cards of the frame, agents after them. */
with newest as (
  select round_id from silver.survey_round order by reference_date desc limit 1
),
name as (
  select issuer_id as id, 'ISSUER' as side, arg_max(name_ja, coalesce(valid_from, date '1900-01-01')) as name_ja
  from   silver.issuer group by all
  union all
  select agent_id, 'AGENT', arg_max(name_ja, coalesce(valid_from, date '1900-01-01')) from silver.agent group by all
)
select f.side,
       f.respondent_id,
       n.name_ja,
       f.state,
       f.problems,
       f.frame_cards,
       round(f.frame_cards / sum(f.frame_cards) over (partition by f.round_id), 4)       as share_of_cards
from   gold.response_status f
       join newest using (round_id)
       left join name n on n.id = f.respondent_id and n.side = f.side
where  f.is_in_frame
qualify f.state not in ('ACCEPTED', 'LATE')
order  by f.side desc, f.frame_cards desc nulls last, f.respondent_id
