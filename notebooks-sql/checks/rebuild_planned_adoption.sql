-- Table 2 once more: for each year, issuers and cards that are live or planned by its 31 March are counted anew, instead of adding years up.
with line as (
  select a.*, r.reference_date,
         a.adoption_status = 'LIVE' as is_live,
         a.adoption_status = 'PLANNED' and a.planned_on > r.reference_date as is_ahead,
         a.adoption_status = 'PLANNED' and a.planned_on <= r.reference_date as is_overdue
  from   gold.adoption a join silver.survey_round r using (round_id)
),
issuer as (
  select round_id, issuer_id,
         coalesce(bool_or(is_live), false) as is_live,
         min(planned_on) filter (where is_ahead) as next_plan,
         coalesce(bool_or(is_overdue), false) as is_overdue,
         bool_and(adoption_status is not null) as is_known
  from   line
  group  by all
),
span as (
  select r.round_id, r.reference_date, year(r.reference_date - interval 3 month) as first_year,
         greatest(first_year, coalesce((select max(year(l.planned_on - interval 3 month)) from line l
                                        where l.round_id = r.round_id and l.is_ahead), 0)) as last_year
  from   silver.survey_round r
),
step as (
  select round_id, 'LIVE' as step, null::bigint as fiscal_year from span
  union all select round_id, 'OVERDUE', null from span
  union all select round_id, 'PLANNED', unnest(range(first_year, last_year + 1)) from span
)
select s.round_id, s.step, s.fiscal_year,
       (select count(*) from issuer i
        where i.round_id = s.round_id
          and case s.step when 'LIVE' then i.is_live
                          when 'PLANNED' then not i.is_live and year(i.next_plan - interval 3 month) = s.fiscal_year
                          else not i.is_live and i.next_plan is null and i.is_overdue end)       as issuers,
       (select coalesce(sum(l.cards), 0)::bigint from line l
        where l.round_id = s.round_id
          and case s.step when 'LIVE' then l.is_live
                          when 'PLANNED' then l.is_ahead and year(l.planned_on - interval 3 month) = s.fiscal_year
                          else l.is_overdue end)                                                 as cards,
       if(s.step = 'OVERDUE', null,
          (select count(*) from issuer i
           where i.round_id = s.round_id
             and (i.is_live or (s.step = 'PLANNED' and i.next_plan < make_date(s.fiscal_year + 1, 4, 1))))) as cumulative_issuers,
       if(s.step = 'OVERDUE', null,
          (select coalesce(sum(l.cards), 0)::bigint from line l
           where l.round_id = s.round_id
             and (l.is_live or (s.step = 'PLANNED' and l.is_ahead and l.planned_on < make_date(s.fiscal_year + 1, 4, 1))))) as cumulative_cards,
       (select count(*) from issuer i where i.round_id = s.round_id)                             as issuers_in_frame,
       (select count(*) from issuer i
        where i.round_id = s.round_id and (i.is_live or i.next_plan is not null or i.is_overdue or i.is_known)) as issuers_known,
       (select coalesce(sum(l.cards), 0)::bigint from line l
        where l.round_id = s.round_id and l.adoption_status is not null)                         as cards_known
from   step s
where  exists (select 1 from issuer i where i.round_id = s.round_id)
