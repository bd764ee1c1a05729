/* One row per round, issuer, segment and agent about which a side has stated a contract status. */
with answered as (
  select a.round_id, a.questionnaire_id, a.respondent_id, a.counterparty_id, a.segment,
         max(value) filter (where question_id in ('A9_01', 'B3_01'))                     as contract_status,
         cast(max(value) filter (where question_id in ('A9_03', 'B3_02')) as bigint)     as reported_accounts,
         cast(max(value) filter (where question_id = 'B3_03') as bigint)                 as scraping_accounts,
         cast(max(value) filter (where question_id = 'B3_08') as bigint)                 as accounts_using_both,
         max(value) filter (where question_id = 'B3_05')                                 as api_refresh,
         max(value) filter (where question_id = 'B3_06')                                 as refresh_before_api,
         cast(max(value) filter (where question_id in ('A9_02', 'B3_04')) as date)       as started_on,
         cast(max(value) filter (where question_id = 'A9_05') as date)                   as requested_on
  from   silver.answer a
         join gold.response_status f
           on f.round_id = a.round_id and f.respondent_id = a.respondent_id and f.is_in_frame
  where  value_state = 'REPORTED'
    and  question_id in ('A9_01', 'A9_02', 'A9_03', 'A9_05', 'B3_01', 'B3_02', 'B3_03', 'B3_04', 'B3_05',
                         'B3_06', 'B3_08')
  group  by a.round_id, a.questionnaire_id, a.respondent_id, a.counterparty_id, a.segment
),
/* Accounts count as 0 without a signed contract, and are unknown where a signed one comes without them. */
stated as (
  select *,
         if(contract_status = 'SIGNED', reported_accounts, 0)                            as accounts,
         case when contract_status <> 'SIGNED' then false
              when reported_accounts is not null then reported_accounts > 0 end          as says_connected
  from   answered
  where  contract_status is not null
),
/* A counterparty that the register does not hold on the reference date counts nowhere. */
registered as (
  select distinct r.round_id, 'issuer_survey' as questionnaire_id, a.agent_id as counterparty_id
  from   silver.survey_round r
         join silver.agent a
           on  coalesce(a.valid_from, r.reference_date) <= r.reference_date
           and coalesce(a.valid_to, r.reference_date) >= r.reference_date
  union all
  select distinct r.round_id, 'agent_survey', i.issuer_id
  from   silver.survey_round r
         join silver.issuer i
           on  coalesce(i.valid_from, r.reference_date) <= r.reference_date
           and coalesce(i.valid_to, r.reference_date) >= r.reference_date
),
counted as (
  select * from stated left semi join registered using (round_id, questionnaire_id, counterparty_id)
),
by_issuer as (
  select * from counted where questionnaire_id = 'issuer_survey'
),
by_agent as (
  select * from counted where questionnaire_id = 'agent_survey'
),
cell as (
  select coalesce(i.round_id, g.round_id)                as round_id,
         coalesce(i.respondent_id, g.counterparty_id)    as issuer_id,
         coalesce(i.segment, g.segment)                  as segment,
         coalesce(i.counterparty_id, g.respondent_id)    as agent_id,
         i.contract_status                               as issuer_contract_status,
         g.contract_status                               as agent_contract_status,
         i.accounts                                      as issuer_accounts,
         g.accounts                                      as agent_accounts,
         g.scraping_accounts,
         g.accounts_using_both,
         g.api_refresh,
         g.refresh_before_api,
         i.says_connected                                as issuer_says_connected,
         g.says_connected                                as agent_says_connected,
         i.started_on                                    as issuer_started_on,
         g.started_on                                    as agent_started_on,
         i.requested_on
  from   by_issuer i
         full join by_agent g
           on  g.round_id = i.round_id and g.counterparty_id = i.respondent_id
           and g.segment = i.segment and g.respondent_id = i.counterparty_id
),
/* Issuers with any row of the API front in a month, in their logs or their summary, and the agents whose calls succeeded there. */
api_access as (
  select month, issuer_id, agent_id, access_method, status_class from gold.access_daily where front = 'api'
  union all
  select month, issuer_id, agent_id, access_method, status_class from silver.summary_access_daily where front = 'api'
),
logged as (
  select distinct month, issuer_id from api_access
),
succeeded as (
  select distinct month, issuer_id, agent_id
  from   api_access
  where  access_method = 'API' and status_class = '2xx'
)
select c.round_id, c.issuer_id, c.segment, c.agent_id, c.issuer_contract_status, c.agent_contract_status,
       case when issuer_contract_status is null then agent_contract_status
            when agent_contract_status is null or agent_contract_status = issuer_contract_status
              then issuer_contract_status end                                              as contract_status,
       coalesce(issuer_contract_status, agent_contract_status) <> 'NONE'
         and coalesce(agent_contract_status, issuer_contract_status) <> 'NONE'
         and not (issuer_contract_status is not null and agent_contract_status is not null
                  and issuer_contract_status <> agent_contract_status
                  and 'SIGNED' in (issuer_contract_status, agent_contract_status))         as is_asked,
       coalesce(issuer_contract_status <> agent_contract_status
                and 'SIGNED' in (issuer_contract_status, agent_contract_status), false)    as is_signed_disputed,
       issuer_accounts, agent_accounts, scraping_accounts, accounts_using_both, api_refresh, refresh_before_api,
       case when agent_contract_status is null then 'ISSUER_ONLY'
            when issuer_contract_status is null then 'AGENT_ONLY'
            when issuer_contract_status = agent_contract_status
             and (issuer_accounts is null or agent_accounts is null
                  or 100 * abs(issuer_accounts - agent_accounts)
                       <= :relative_percent * greatest(issuer_accounts, agent_accounts)
                  or abs(issuer_accounts - agent_accounts) <= :absolute_accounts)
              then 'MATCH'
            else 'CONFLICT' end                                                            as reconciliation,
       (issuer_contract_status is null or coalesce(issuer_says_connected, false))
         and (agent_contract_status is null or coalesce(agent_says_connected, false))      as connected,
       (issuer_contract_status is not null and coalesce(issuer_says_connected, true))
         or (agent_contract_status is not null and coalesce(agent_says_connected, true))   as is_connected_by_any,
       case when l.issuer_id is not null then w.agent_id is not null end                  as witnessed,
       issuer_started_on, agent_started_on, requested_on,
       case when issuer_contract_status is not null
             and issuer_started_on > add_months(r.reference_date, -12)
             and issuer_started_on <= r.reference_date
            then cast(datediff(issuer_started_on, requested_on) as bigint) end             as request_to_start_days
from   cell c
       join silver.survey_round r on r.round_id = c.round_id
       left join logged l on l.issuer_id = c.issuer_id and l.month = trunc(r.reference_date, 'MM')
       left join succeeded w
         on w.issuer_id = c.issuer_id and w.month = trunc(r.reference_date, 'MM') and w.agent_id = c.agent_id
