/* One row per round, issuer of the frame and product line valid on the reference date. */
with answered as (
  select round_id, respondent_id, product_line_id,
         max(value) filter (where question_id = 'A2_01')                     as adoption_status,
         cast(max(value) filter (where question_id = 'A2_02') as date)       as live_since,
         cast(max(value) filter (where question_id = 'A2_03') as date)       as planned_on,
         cast(max(value) filter (where question_id = 'A1_01') as bigint)     as cards
  from   silver.answer
  where  question_id in ('A1_01', 'A2_01', 'A2_02', 'A2_03') and value_state = 'REPORTED'
  group  by round_id, respondent_id, product_line_id
),
offered as (
  select round_id, respondent_id, product_line_id, count(i.item_id) as items_offered
  from   (select round_id, respondent_id, product_line_id, explode(split(value, '[|]')) as item_id
          from   silver.answer
          where  question_id = 'A5_01' and value_state = 'REPORTED') o
         left join message_item i using (item_id)
  group  by round_id, respondent_id, product_line_id
),
declared as (
  select round_id, respondent_id
  from   silver.answer
  where  question_id = 'A3_04' and value_state = 'REPORTED' and value = 'YES'
)
select f.round_id,
       f.respondent_id                                                       as issuer_id,
       l.product_line_id,
       l.segment,
       a.adoption_status, a.live_since, a.planned_on, a.cards,
       o.items_offered,
       (select count(*) from message_item)                                   as items_catalogue,
       f.frame_cards,
       d.respondent_id is not null                                           as is_declared_non_connection,
       f.publication_consent
from   gold.response_status f
       join silver.survey_round r on r.round_id = f.round_id
       left join silver.product_line l
         on  l.issuer_id = f.respondent_id
         and coalesce(l.valid_from, r.reference_date) <= r.reference_date
         and coalesce(l.valid_to, r.reference_date) >= r.reference_date
       left join answered a
         on a.round_id = f.round_id and a.respondent_id = f.respondent_id and a.product_line_id = l.product_line_id
       left join offered o
         on o.round_id = f.round_id and o.respondent_id = f.respondent_id and o.product_line_id = l.product_line_id
       left join declared d on d.round_id = f.round_id and d.respondent_id = f.respondent_id
where  f.side = 'ISSUER' and f.is_in_frame
