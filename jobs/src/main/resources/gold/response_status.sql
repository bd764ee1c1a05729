/* One row per round and respondent of the frame, or outside it with an accepted submission. */
with asked as (
  select r.round_id, f.issuer_id as respondent_id, 'ISSUER' as side, f.cards_issued as frame_cards
  from   silver.survey_round r join silver.population_frame f using (frame_id)
  union all
  select distinct r.round_id, a.agent_id, 'AGENT', cast(null as bigint)
  from   silver.survey_round r
         join silver.agent a
           on  coalesce(a.valid_from, r.reference_date) <= r.reference_date
           and coalesce(a.valid_to, r.reference_date) >= r.reference_date
),
sent as (
  select round_id, respondent_id, if(questionnaire_id = 'agent_survey', 'AGENT', 'ISSUER') as side,
         max(struct(submitted_at, submission_id, is_late)) filter (where state = 'ACCEPTED')  as accepted,
         max(struct(submitted_at, submission_id, problems))                                   as newest
  from   silver.submission
  where  kind = 'SURVEY' and respondent_id is not null and round_id is not null
  group  by all
),
both as (
  select round_id, respondent_id, side, a.respondent_id is not null as is_in_frame, s.accepted, s.newest, a.frame_cards
  from   asked a full join sent s using (round_id, respondent_id, side)
)
select b.round_id, b.respondent_id, b.side, b.is_in_frame,
       case when accepted is not null and accepted.is_late then 'LATE'
            when accepted is not null then 'ACCEPTED'
            when newest is not null then 'REFUSED'
            else 'NOT_SUBMITTED' end                          as state,
       coalesce(accepted.submitted_at, newest.submitted_at)   as submitted_at,
       coalesce(accepted.submission_id, newest.submission_id) as submission_id,
       coalesce(newest.problems, 0)                           as problems,
       b.frame_cards,
       c.publication_consent
from   both b left join gold.company_consent c on c.company_id = b.respondent_id and c.side = b.side
where  b.is_in_frame or b.accepted is not null
