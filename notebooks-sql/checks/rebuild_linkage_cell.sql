-- gold.linkage_cell once more, from silver alone, in DuckDB's dialect and written apart from the job's SQL:
-- both sides' statements are stacked and folded by cell instead of joined.
with member as (
  select r.round_id, 'issuer_survey' as questionnaire_id, f.issuer_id as respondent_id
  from   silver.survey_round r join silver.population_frame f on f.frame_id = r.frame_id
  union
  select r.round_id, 'agent_survey', a.agent_id
  from   silver.survey_round r, silver.agent a
  where  r.reference_date between coalesce(a.valid_from, date '0001-01-01') and coalesce(a.valid_to, date '9999-12-31')
),
known as (
  select r.round_id, i.issuer_id as company_id, 'agent_survey' as named_in
  from   silver.survey_round r, silver.issuer i
  where  r.reference_date between coalesce(i.valid_from, date '0001-01-01') and coalesce(i.valid_to, date '9999-12-31')
  union
  select r.round_id, a.agent_id, 'issuer_survey'
  from   silver.survey_round r, silver.agent a
  where  r.reference_date between coalesce(a.valid_from, date '0001-01-01') and coalesce(a.valid_to, date '9999-12-31')
),
answer as (
  select a.*
  from   silver.answer a
         semi join member m using (round_id, questionnaire_id, respondent_id)
  where  a.value_state = 'REPORTED' and a.counterparty_id is not null
    and  exists (select 1 from known k where k.round_id = a.round_id and k.company_id = a.counterparty_id
                                         and k.named_in = a.questionnaire_id)
),
side as (
  select round_id, questionnaire_id, segment,
         if(questionnaire_id = 'issuer_survey', respondent_id, counterparty_id)  as issuer_id,
         if(questionnaire_id = 'issuer_survey', counterparty_id, respondent_id)  as agent_id,
         any_value(value) filter (where question_id in ('A9_01', 'B3_01'))       as said,
         any_value(value) filter (where question_id in ('A9_03', 'B3_02'))::bigint as accounts_reported,
         any_value(value) filter (where question_id = 'B3_03')::bigint           as scraped,
         any_value(value) filter (where question_id = 'B3_08')::bigint           as in_both,
         any_value(value) filter (where question_id = 'B3_05')                   as often_now,
         any_value(value) filter (where question_id = 'B3_06')                   as often_before,
         any_value(value) filter (where question_id in ('A9_02', 'B3_04'))::date as began,
         any_value(value) filter (where question_id = 'A9_05')::date             as asked_for
  from   answer
  group  by all
  having said is not null
),
fold as (
  select round_id, issuer_id, segment, agent_id,
         any_value(said) filter (where questionnaire_id = 'issuer_survey')       as i_said,
         any_value(said) filter (where questionnaire_id = 'agent_survey')        as a_said,
         count(*) filter (where said = 'SIGNED')                                 as signed_sides,
         count(*)                                                                as sides,
         count(distinct said)                                                    as words,
         count(*) filter (where said = 'SIGNED' and accounts_reported > 0)       as sure_sides,
         count(*) filter (where said = 'SIGNED' and accounts_reported is null)   as unsure_sides,
         count(*) filter (where said = 'NONE')                                   as none_sides,
         any_value(if(said = 'SIGNED', accounts_reported, 0)) filter (where questionnaire_id = 'issuer_survey') as i_accounts,
         any_value(if(said = 'SIGNED', accounts_reported, 0)) filter (where questionnaire_id = 'agent_survey')  as a_accounts,
         any_value(scraped)                                                      as scraped,
         any_value(in_both)                                                      as in_both,
         any_value(often_now)                                                    as often_now,
         any_value(often_before)                                                 as often_before,
         any_value(began) filter (where questionnaire_id = 'issuer_survey')      as i_began,
         any_value(began) filter (where questionnaire_id = 'agent_survey')       as a_began,
         any_value(asked_for)                                                    as asked_for
  from   side
  group  by round_id, issuer_id, segment, agent_id
),
seen as (
  select issuer_id, date_trunc('month', access_date)::date as month, agent_id,
         bool_or(access_method = 'API' and status between 200 and 299)           as has_success
  from   silver.access
  where  front = 'api'
  group  by all
  union all
  select issuer_id, month, agent_id, bool_or(access_method = 'API' and status_class = '2xx')
  from   silver.summary_access_daily
  where  front = 'api'
  group  by all
)
select f.round_id, f.issuer_id, f.segment, f.agent_id,
       i_said                                                                    as issuer_contract_status,
       a_said                                                                    as agent_contract_status,
       if(words = 1, coalesce(i_said, a_said), null)                             as contract_status,
       none_sides = 0 and (words = 1 or signed_sides = 0)                        as is_asked,
       sides = 2 and signed_sides = 1                                            as is_signed_disputed,
       i_accounts                                                                as issuer_accounts,
       a_accounts                                                                as agent_accounts,
       scraped                                                                   as scraping_accounts,
       in_both                                                                   as accounts_using_both,
       often_now                                                                 as api_refresh,
       often_before                                                              as refresh_before_api,
       case when sides = 1 then if(a_said is null, 'ISSUER_ONLY', 'AGENT_ONLY')
            when words = 2 then 'CONFLICT'
            when i_accounts is null or a_accounts is null then 'MATCH'
            when abs(i_accounts - a_accounts) <= :absolute_accounts then 'MATCH'
            when 100 * abs(i_accounts - a_accounts) <= :relative_percent * greatest(i_accounts, a_accounts) then 'MATCH'
            else 'CONFLICT' end                                                  as reconciliation,
       sure_sides = sides                                                        as connected,
       sure_sides + unsure_sides > 0                                             as is_connected_by_any,
       (select bool_or(s.has_success and s.agent_id is not distinct from f.agent_id)
        from   seen s
        where  s.issuer_id = f.issuer_id and s.month = date_trunc('month', r.reference_date)::date) as witnessed,
       i_began                                                                   as issuer_started_on,
       a_began                                                                   as agent_started_on,
       asked_for                                                                 as requested_on,
       if(i_said is not null and i_began > r.reference_date - interval 12 month and i_began <= r.reference_date,
          date_diff('day', asked_for, i_began), null)                            as request_to_start_days
from   fold f join silver.survey_round r using (round_id)
