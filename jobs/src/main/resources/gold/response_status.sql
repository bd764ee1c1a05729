/* One row per round and respondent of the frame, or outside it with an accepted submission. */
with asked_side as (
  select distinct r.round_id, side
  from   silver.survey_round r cross join values ('ISSUER', 'issuer_survey'), ('AGENT', 'agent_survey') as asks(side, questionnaire)
         left join silver.round_questionnaire q using (round_id)
  where  q.questionnaire_id is null or q.questionnaire_id = questionnaire
),
asked as (
  select r.round_id, f.issuer_id as respondent_id, 'ISSUER' as side, f.cards_issued as frame_cards
  from   silver.survey_round r
         join asked_side s on s.round_id = r.round_id and s.side = 'ISSUER'
         join silver.population_frame f using (frame_id)
  union all
  select distinct r.round_id, a.agent_id, 'AGENT', cast(null as bigint)
  from   silver.survey_round r
         join asked_side s on s.round_id = r.round_id and s.side = 'AGENT'
         join silver.agent a
           on  coalesce(a.valid_from, r.reference_date) <= r.reference_date
           and coalesce(a.valid_to, r.reference_date) >= r.reference_date
),
sent as (
  select round_id, respondent_id, if(questionnaire_id = 'agent_survey', 'AGENT', 'ISSUER') as side,
         max(struct(submitted_at, submission_id, is_late, questionnaire_version, correction_reason))
           filter (where state = 'ACCEPTED')                                                  as accepted,
         -- Who answered in time and corrected later is not late.
         bool_and(is_late) filter (where state in ('ACCEPTED', 'SUPERSEDED'))                 as is_late,
         max(struct(submitted_at, submission_id, problems))                                   as newest,
         count(*)                                                                             as submissions
  from   silver.submission
  where  kind = 'SURVEY' and respondent_id is not null and round_id is not null
  group  by all
),
both as (
  select round_id, respondent_id, side, a.respondent_id is not null as is_in_frame, s.accepted, s.is_late, s.newest, s.submissions,
         a.frame_cards
  from   asked a full join sent s using (round_id, respondent_id, side)
),
company as (
  select issuer_id as company_id, 'ISSUER' as side, is_association_member, valid_from, valid_to from silver.issuer
  union all
  select agent_id, 'AGENT', is_association_member, valid_from, valid_to from silver.agent
),
/* Editions of one company do not overlap, so that a day has one at most. */
member as (
  select r.round_id, c.company_id, c.side, max(c.is_association_member) as is_association_member
  from   silver.survey_round r
         join company c
           on  coalesce(c.valid_from, r.reference_date) <= r.reference_date
           and coalesce(c.valid_to, r.reference_date) >= r.reference_date
  group  by r.round_id, c.company_id, c.side
)
select b.round_id, b.respondent_id, b.side,
       if(b.side = 'AGENT', 'agent_survey', 'issuer_survey')  as questionnaire_id,
       accepted.questionnaire_version,
       b.is_in_frame,
       case when accepted is not null and b.is_late then 'LATE'
            when accepted is not null then 'ACCEPTED'
            when newest is not null then 'REFUSED'
            else 'NOT_SUBMITTED' end                          as state,
       coalesce(accepted.submitted_at, newest.submitted_at)   as submitted_at,
       coalesce(accepted.submission_id, newest.submission_id) as submission_id,
       coalesce(newest.problems, 0)                           as problems,
       coalesce(b.submissions, 0)                             as submissions,
       accepted.correction_reason,
       r.due_date,
       date_add(r.due_date, cast(r.grace_days as int))        as last_day,
       b.frame_cards,
       c.publication_consent,
       case when b.side = 'ISSUER' then coalesce(z.size_band, 'UNKNOWN') end as size_band,
       m.is_association_member
from   both b
       left join silver.survey_round r on r.round_id = b.round_id
       left join gold.company_consent c on c.company_id = b.respondent_id and c.side = b.side
       left join gold.size_band z
         on  b.frame_cards >= z.lowest_cards and b.frame_cards <= coalesce(z.highest_cards, b.frame_cards)
       left join member m on m.round_id = b.round_id and m.company_id = b.respondent_id and m.side = b.side
where  b.is_in_frame or b.accepted is not null
