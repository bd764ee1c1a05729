-- KPI days_to_connect from the issuers' answers: the median of the days from the request (A9_05) to the start of the connection (A9_02) over the cells
-- that the issuer stated with both, started within the 12 months up to the reference date. The denominator is the number of cells.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
issuer as (                       -- the round's population frame
  select round_id, reference_date, issuer_id, cards_issued
  from   round join silver.population_frame using (frame_id)
),
agent as (                        -- the agents valid on the reference date
  select distinct round_id, reference_date, agent_id
  from   round join silver.agent
           on reference_date >= coalesce(valid_from, reference_date) and reference_date <= coalesce(valid_to, reference_date)
),
issuer_side as (
  select round_id, respondent_id as issuer_id, counterparty_id as agent_id, segment,
         max(value) filter (where question_id = 'A9_01') as status,
         max(value) filter (where question_id = 'A9_02')::date as started_on,
         max(value) filter (where question_id = 'A9_05')::date as requested_on
  from   silver.answer a
  where  questionnaire_id = 'issuer_survey' and value_state = 'REPORTED'
    and  (round_id, respondent_id) in (select (round_id, issuer_id) from issuer)
    and  (round_id, counterparty_id) in (select (round_id, agent_id) from agent)
  group  by all
  having status is not null          -- a side has stated a cell when its contract status is REPORTED
),
counted as (
  select r.round_id, r.reference_date, count(i.started_on) as d, median(i.started_on - i.requested_on)::double as median
  from   round r
         left join issuer_side i
           on  i.round_id = r.round_id and i.requested_on is not null
           and i.started_on <= r.reference_date and i.started_on > r.reference_date - interval 12 month
  group  by all
),
expected as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, '' as slice, '' as slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': 0::bigint, 'denominator': d,
          'value': round(median, 9), 'low': null::double, 'high': null::double} as expected
  from   counted
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'days_to_connect' and definition_version = 1 and issuer_basis = 'THEN' and slice is null) there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
