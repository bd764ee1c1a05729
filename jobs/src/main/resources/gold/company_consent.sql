/* One row per company that the registers hold: its newest accepted answer on publication, else the register's word on the as-of date. */
with answered as (
  select respondent_id                                             as company_id,
         if(question_id = 'B0_04', 'AGENT', 'ISSUER')              as side,
         max_by(value, struct(reference_date, submitted_at))       as publication_consent
  from   silver.answer join silver.survey_round using (round_id)
  where  question_id in ('A0_02', 'B0_04') and value_state = 'REPORTED'
  group  by all
),
edition as (
  select issuer_id as company_id, 'ISSUER' as side, publication_consent,
         coalesce(valid_from, date '0001-01-01') as valid_from
  from   silver.issuer
  union all
  select agent_id, 'AGENT', publication_consent, coalesce(valid_from, date '0001-01-01')
  from   silver.agent
),
/* What is registered for a later day says nothing yet. */
registered as (
  select company_id, side,
         max_by(publication_consent, valid_from) filter (where valid_from <= :as_of) as publication_consent
  from   edition
  group  by company_id, side
)
select r.company_id, r.side,
       coalesce(a.publication_consent, r.publication_consent, 'AGGREGATE_ONLY')  as publication_consent,
       case when a.company_id is null then 'REGISTER' else 'ANSWER' end          as stated_in
from   registered r left join answered a using (company_id, side)
