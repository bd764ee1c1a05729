-- gold.adoption once more, from silver alone: answers are pivoted by maps instead of filtered aggregates.
with reported as (
  select round_id, respondent_id as issuer_id, coalesce(product_line_id, '') as product_line_id,
         map_from_entries(list((question_id, value))) as said
  from   silver.answer
  where  value_state = 'REPORTED' and questionnaire_id = 'issuer_survey'
    and  question_id in ('A1_01', 'A2_01', 'A2_02', 'A2_03', 'A3_04', 'A5_01')
  group  by all
),
consent as (
  select a.respondent_id as issuer_id, arg_max(a.value, (r.reference_date, a.submitted_at)) as consent
  from   silver.answer a join silver.survey_round r using (round_id)
  where  a.question_id = 'A0_02' and a.value_state = 'REPORTED'
  group  by all
),
registered as (
  select issuer_id,
         coalesce(arg_max(publication_consent, coalesce(valid_from, date '0001-01-01'))
                    filter (where coalesce(valid_from, date '0001-01-01') <= :as_of), 'AGGREGATE_ONLY') as consent
  from   silver.issuer
  group  by all
)
select r.round_id, f.issuer_id, l.product_line_id, l.segment,
       p.said['A2_01']                                                        as adoption_status,
       p.said['A2_02']::date                                                  as live_since,
       p.said['A2_03']::date                                                  as planned_on,
       p.said['A1_01']::bigint                                                as cards,
       case when p.said['A5_01'] is not null
            then len(list_intersect(string_split(p.said['A5_01'], '|'), [:message_items])) end as items_offered,
       len([:message_items])                                                  as items_catalogue,
       f.cards_issued                                                         as frame_cards,
       coalesce(whole.said['A3_04'] = 'YES', false)                           as is_declared_non_connection,
       case when g.issuer_id is not null then coalesce(c.consent, g.consent) end as publication_consent
from   silver.survey_round r
       join silver.population_frame f on f.frame_id = r.frame_id
       left join silver.product_line l
         on  l.issuer_id = f.issuer_id
         and r.reference_date between coalesce(l.valid_from, date '0001-01-01') and coalesce(l.valid_to, date '9999-12-31')
       left join reported p
         on p.round_id = r.round_id and p.issuer_id = f.issuer_id and p.product_line_id = l.product_line_id
       left join reported whole
         on whole.round_id = r.round_id and whole.issuer_id = f.issuer_id and whole.product_line_id = ''
       left join consent c on c.issuer_id = f.issuer_id
       left join registered g on g.issuer_id = f.issuer_id
