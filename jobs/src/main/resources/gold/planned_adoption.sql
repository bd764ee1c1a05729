/* One row per round and step: live, each fiscal year up to the last planned one, overdue plans. */
with line as (
  select a.round_id, a.issuer_id, a.product_line_id, a.cards, a.adoption_status, r.reference_date,
         case when a.adoption_status = 'LIVE' then 'LIVE'
              when a.adoption_status = 'PLANNED' and a.planned_on > r.reference_date then 'PLANNED'
              when a.adoption_status = 'PLANNED' and a.planned_on is not null then 'OVERDUE' end  as step,
         case when a.adoption_status = 'PLANNED' and a.planned_on > r.reference_date
              then year(add_months(a.planned_on, -3)) end                                         as fiscal_year
  from   gold.adoption a join silver.survey_round r on r.round_id = a.round_id
),
/* An issuer stands where its furthest line stands; LIVE, PLANNED and OVERDUE, in this order. */
issuer as (
  select round_id, issuer_id,
         case when max(step = 'LIVE') then 'LIVE'
              when max(step = 'PLANNED') then 'PLANNED'
              when max(step = 'OVERDUE') then 'OVERDUE' end                                       as step,
         min(fiscal_year)                                                                         as planned_year,
         count(*) = count(adoption_status)                                                        as is_known
  from   line
  group  by round_id, issuer_id
),
counted as (
  select round_id, step, if(step = 'PLANNED', planned_year, null) as fiscal_year, 1 as issuers, 0 as cards
  from   issuer where step is not null
  union all
  select round_id, step, fiscal_year, 0, cards from line where step is not null
),
whole as (
  select round_id, count(*) as issuers_in_frame,
         count(*) filter (where step is not null or is_known) as issuers_known
  from   issuer
  group  by round_id
),
known_cards as (
  select round_id, coalesce(sum(cards) filter (where adoption_status is not null), 0) as cards_known
  from   line
  group  by round_id
),
/* Every fiscal year from the reference date's to the last one that somebody plans for. */
step as (
  select r.round_id, s.step, cast(null as int) as fiscal_year
  from   silver.survey_round r cross join (select explode(array('LIVE', 'OVERDUE')) as step) s
  union all
  select r.round_id, 'PLANNED',
         explode(sequence(year(add_months(r.reference_date, -3)),
                          greatest(year(add_months(r.reference_date, -3)), coalesce(l.last_year, 0))))
  from   silver.survey_round r
         left join (select round_id, max(fiscal_year) as last_year from line group by round_id) l on l.round_id = r.round_id
),
summed as (
  select s.round_id, s.step, s.fiscal_year, coalesce(sum(c.issuers), 0) as issuers, coalesce(sum(c.cards), 0) as cards
  from   step s
         left join counted c on c.round_id = s.round_id and c.step = s.step and c.fiscal_year <=> s.fiscal_year
  group  by s.round_id, s.step, s.fiscal_year
),
cumulated as (
  select *,
         sum(issuers) filter (where step <> 'OVERDUE') over so_far as issuers_so_far,
         sum(cards) filter (where step <> 'OVERDUE') over so_far   as cards_so_far
  from   summed
  window so_far as (partition by round_id order by fiscal_year asc nulls first
                    range between unbounded preceding and current row)
)
select c.round_id, c.step, c.fiscal_year, c.issuers, c.cards,
       if(c.step = 'OVERDUE', null, c.issuers_so_far)  as cumulative_issuers,
       if(c.step = 'OVERDUE', null, c.cards_so_far)    as cumulative_cards,
       w.issuers_in_frame, w.issuers_known, k.cards_known
from   cumulated c
       join whole w on w.round_id = c.round_id
       join known_cards k on k.round_id = c.round_id
