/* One row per round, group of issuers, status in the round before and status in this one. */
with round as (
  select round_id, lag(round_id) over (order by reference_date, round_id) as previous_round_id
  from   silver.survey_round
),
paired as (
  select r.round_id, s.issuer_id,
         max(case when s.round_id = r.previous_round_id then s.adoption_status end)  as from_status,
         max(case when s.round_id = r.round_id then s.adoption_status end)           as to_status
  from   round r join gold.issuer_adoption s on s.round_id = r.round_id or s.round_id = r.previous_round_id
  group  by r.round_id, s.issuer_id
),
/* A chosen issuer that stands in neither frame counts among the chosen all the same. */
grouped as (
  select round_id, cast(null as string) as issuer_group, from_status, to_status from paired
  union all
  select c.round_id, c.label_ja, p.from_status, p.to_status
  from   silver.chosen_issuer c left join paired p on p.round_id = c.round_id and p.issuer_id = c.issuer_id
)
select g.round_id, r.previous_round_id, g.issuer_group,
       case when r.previous_round_id is not null then coalesce(g.from_status, 'NOT_IN_FRAME') end  as from_status,
       coalesce(g.to_status, 'NOT_IN_FRAME')                                                       as to_status,
       count(*)                                                                                    as issuers
from   grouped g join round r on r.round_id = g.round_id
group  by 1, 2, 3, 4, 5
