/* One row per round and stage. */
with stage as (
  select * from (values (1, 'REQUESTED', 1), (2, 'NEGOTIATING', 2), (3, 'SIGNED', 3), (4, 'CONNECTED', 4),
                        (5, 'SCRAPING_ENDED', 5), (6, 'DECLINED', 1), (7, 'WITHDRAWN', 1), (8, 'DISPUTED', 1))
         s (position, stage, reached)
),
cell as (
  select round_id, issuer_id, agent_id,
         case when is_signed_disputed or contract_status is null then 'DISPUTED'
              when contract_status <> 'SIGNED' then contract_status
              when not connected then 'SIGNED'
              when scraping_accounts = 0 then 'SCRAPING_ENDED'
              else 'CONNECTED' end                                     as stage
  from   gold.linkage_cell
  where  is_asked or is_signed_disputed
),
stood as (
  select r.round_id, s.position, s.stage, s.reached,
         count(c.stage)               as cells,
         count(distinct c.issuer_id)  as issuers,
         count(distinct c.agent_id)   as agents
  from   silver.survey_round r
         cross join stage s
         left join cell c on c.round_id = r.round_id and c.stage = s.stage
  group  by r.round_id, s.position, s.stage, s.reached
)
select a.round_id, a.stage, a.position, a.cells,
       case when a.position <= 5 then sum(b.cells) end                 as cells_reached,
       a.issuers, a.agents
from   stood a join stood b on b.round_id = a.round_id and b.reached >= a.reached
group  by a.round_id, a.stage, a.position, a.cells, a.issuers, a.agents
