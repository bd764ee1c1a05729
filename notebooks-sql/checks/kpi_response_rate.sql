-- KPI response_rate from the submissions: respondents of the frame with an accepted submission over the frame, both sides together, by side, by size of
-- the issuers and by membership of each side's association.
-- Returns a row per figure of gold.kpi_value that is not what the definition gives; must return none.
with round as (
  select round_id, reference_date, frame_id from silver.survey_round
),
asked as (                        -- a round asks both sides unless it names its questionnaires
  select round_id, side
  from   round r cross join (values ('ISSUER', 'issuer_survey'), ('AGENT', 'agent_survey')) as asks(side, questionnaire_id)
  where  not exists (from silver.round_questionnaire q where q.round_id = r.round_id)
     or  exists (from silver.round_questionnaire q where q.round_id = r.round_id and q.questionnaire_id = asks.questionnaire_id)
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
company as (                      -- a respondent is a member where a row of the register that is valid on the reference date says so
  select i.round_id, i.reference_date, 'issuer_survey' as questionnaire_id, 'ISSUER' as side, i.issuer_id as respondent_id,
         coalesce((select max(size_band) from gold.size_band
                   where i.cards_issued >= coalesce(lowest_cards, 9223372036854775807) and i.cards_issued <= coalesce(highest_cards, 9223372036854775807)),
                  'UNKNOWN') as size_band,
         (select bool_or(c.is_association_member) from silver.issuer c
          where  c.issuer_id = i.issuer_id and i.reference_date >= coalesce(c.valid_from, i.reference_date)
            and  i.reference_date <= coalesce(c.valid_to, i.reference_date)) as is_member
  from   issuer i where (i.round_id, 'ISSUER') in (select (round_id, side) from asked)
  union all
  select a.round_id, a.reference_date, 'agent_survey', 'AGENT', a.agent_id, null,
         (select bool_or(c.is_association_member) from silver.agent c
          where  c.agent_id = a.agent_id and a.reference_date >= coalesce(c.valid_from, a.reference_date)
            and  a.reference_date <= coalesce(c.valid_to, a.reference_date))
  from   agent a where (a.round_id, 'AGENT') in (select (round_id, side) from asked)
),
part as (
  select c.*,
         exists (from silver.submission s
                 where s.kind = 'SURVEY' and s.state = 'ACCEPTED' and s.round_id = c.round_id
                   and s.questionnaire_id = c.questionnaire_id and s.respondent_id = c.respondent_id) as has_answered
  from   company c
),
sliced as (
  select *, unnest([{'slice': '', 'slice_value': ''}, {'slice': 'side', 'slice_value': side}, {'slice': 'size_band', 'slice_value': size_band},
                    {'slice': 'association', 'slice_value': case is_member when true then side || '_MEMBER' when false then side || '_NON_MEMBER' end}], recursive := true)
  from   part
),
counted as (
  select reference_date, slice, slice_value, count(*) filter (where has_answered) as n, count(*) as d
  from   sliced
  where  slice_value is not null
  group  by all
  union all                       -- a round has a figure even while its frame is empty
  select reference_date, '', '', 0, 0 from round where round_id not in (select round_id from company)
),
expected as (
  select 'ALL' as entity_level, '' as issuer_id, '' as agent_id, slice, slice_value,
         'POINT' as period_type, reference_date as period_start, 'SURVEY' as basis,
         {'numerator': coalesce(n, 0), 'denominator': coalesce(d, 0),
          'value': round(n / nullif(d, 0), 9), 'low': null::double, 'high': null::double} as expected
  from   counted
)
select entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis, found, expected
from   (select entity_level, coalesce(issuer_id, '') as issuer_id, coalesce(agent_id, '') as agent_id,
               coalesce(slice, '') as slice, coalesce(slice_value, '') as slice_value, period_type, period_start, basis,
               {'numerator': coalesce(numerator, 0), 'denominator': coalesce(denominator, 0),
                'value': round(value, 9), 'low': round(value_low, 9), 'high': round(value_high, 9)} as found
        from   gold.kpi_value
        where  kpi_id = 'response_rate' and definition_version = 1 and issuer_basis = 'THEN') there
       full join expected using (entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, basis)
where  found is distinct from expected
order  by period_start, entity_level, issuer_id, agent_id, slice, slice_value
