/* One row per company that the registers hold: its newest accepted answer on publication, else the register's word. */
with answered as (
  select respondent_id                                             as company_id,
         max_by(value, struct(reference_date, submitted_at))       as publication_consent
  from   silver.answer join silver.survey_round using (round_id)
  where  question_id in ('A0_02', 'B0_04') and value_state = 'REPORTED'
  group  by respondent_id
),
registered as (
  select issuer_id as company_id, 'ISSUER' as side, max_by(publication_consent, coalesce(valid_from, date '0001-01-01')) as publication_consent
  from   silver.issuer
  group  by issuer_id
  union all
  select agent_id, 'AGENT', max_by(publication_consent, coalesce(valid_from, date '0001-01-01'))
  from   silver.agent
  group  by agent_id
)
select r.company_id, r.side,
       coalesce(a.publication_consent, r.publication_consent)              as publication_consent,
       case when a.company_id is null then 'REGISTER' else 'ANSWER' end    as stated_in
from   registered r left join answered a using (company_id)
