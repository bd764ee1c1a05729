-- gold.issuer_adoption once more, from silver alone: an issuer's lines are gathered in a list, and the first status of the order found in it counts.
with line as (
  select r.round_id, f.issuer_id, f.cards_issued, r.reference_date,
         (select list(coalesce((select a.value from silver.answer a
                                where a.round_id = r.round_id and a.respondent_id = f.issuer_id and a.product_line_id = l.product_line_id
                                  and a.question_id = 'A2_01' and a.value_state = 'REPORTED'), '?'))
          from   silver.product_line l
          where  l.issuer_id = f.issuer_id
            and  r.reference_date between coalesce(l.valid_from, date '0001-01-01') and coalesce(l.valid_to, date '9999-12-31')) as said,
         exists (select 1 from silver.submission s
                 where s.kind = 'SURVEY' and s.state = 'ACCEPTED' and s.questionnaire_id = 'issuer_survey'
                   and s.round_id = r.round_id and s.respondent_id = f.issuer_id) as has_answered
  from   silver.survey_round r join silver.population_frame f using (frame_id)
)
select round_id, issuer_id,
       case when list_contains(said, 'LIVE') then 'LIVE'
            when not has_answered then 'SILENT'
            when said is null or list_contains(said, '?') then 'UNKNOWN'
            else list_filter(['PLANNED', 'UNDER_STUDY', 'NOT_PLANNED', 'DISCONTINUED'],
                             lambda status: list_contains(said, status))[1] end      as adoption_status,
       coalesce((select z.size_band from gold.size_band z
                 where cards_issued between z.lowest_cards and coalesce(z.highest_cards, 9223372036854775807)), 'UNKNOWN') as size_band,
       (select bool_or(i.is_association_member) from silver.issuer i
        where i.issuer_id = line.issuer_id
          and line.reference_date between coalesce(i.valid_from, date '0001-01-01') and coalesce(i.valid_to, date '9999-12-31'))
                                                                                     as is_association_member
from   line
