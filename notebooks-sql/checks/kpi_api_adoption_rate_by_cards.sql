-- KPI api_adoption_rate_by_cards from the issuers' answers: cards (A1_01) of LIVE lines over cards of the lines of which A1_01 and A2_01 are
-- both REPORTED. Bounds: the issuers without such a line come in with their weight of the frame, all not LIVE or all LIVE; none where a weight is missing.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
issuer as (                       -- the round's population frame
  select round_id, reference_date, issuer_id, cards_issued
  from   round join silver.population_frame using (frame_id)
),
line as (                         -- the lines valid on the reference date of which both questions are answered
  select i.round_id, i.issuer_id, cards.value::bigint as cards, status.value = 'LIVE' as is_live
  from   issuer i
         join silver.product_line l
           on  l.issuer_id = i.issuer_id
           and i.reference_date >= coalesce(l.valid_from, i.reference_date) and i.reference_date <= coalesce(l.valid_to, i.reference_date)
         join silver.answer status
           on  status.round_id = i.round_id and status.respondent_id = i.issuer_id and status.product_line_id = l.product_line_id
           and status.question_id = 'A2_01' and status.value_state = 'REPORTED'
         join silver.answer cards
           on  cards.round_id = i.round_id and cards.respondent_id = i.issuer_id and cards.product_line_id = l.product_line_id
           and cards.question_id = 'A1_01' and cards.value_state = 'REPORTED'
),
counted as (
  select r.round_id, r.reference_date,
         (select coalesce(sum(cards), 0)::bigint from line l where l.round_id = r.round_id and l.is_live) as live,
         (select coalesce(sum(cards), 0)::bigint from line l where l.round_id = r.round_id)               as cards,
         (select case when count(*) = count(cards_issued) then coalesce(sum(cards_issued), 0)::bigint end
          from   issuer i anti join line l using (round_id, issuer_id)
          where  i.round_id = r.round_id)                                                                 as silent_cards
  from   round r
),
expected as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': live, 'denominator': cards,
          'value': round(live / nullif(cards, 0), 9), 'low': round(live / nullif(cards + silent_cards, 0), 9), 'high': round((live + silent_cards) / nullif(cards + silent_cards, 0), 9)} as expected
  from   counted
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'api_adoption_rate_by_cards' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
