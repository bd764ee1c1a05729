-- Table 5 once more: how far a cell came is a number, from 1 (requested) to 5 (no scraping left); side exits are named.
with cell as (
  select round_id, issuer_id, agent_id,
         case when issuer_contract_status <> agent_contract_status then 'DISPUTED'
              when coalesce(issuer_contract_status, agent_contract_status) in ('DECLINED', 'WITHDRAWN')
                then coalesce(issuer_contract_status, agent_contract_status) end as exit,
         case coalesce(issuer_contract_status, agent_contract_status)
              when 'NEGOTIATING' then 2
              when 'SIGNED' then if(connected, if(scraping_accounts is not distinct from 0, 5, 4), 3)
              else 1 end as reached
  from   gold.linkage_cell
  where  coalesce(issuer_contract_status, 'NONE') <> 'NONE' and coalesce(agent_contract_status, issuer_contract_status) <> 'NONE'
     or  coalesce(agent_contract_status, 'NONE') <> 'NONE' and issuer_contract_status is null
     or  issuer_contract_status = 'SIGNED' and agent_contract_status = 'NONE'
     or  issuer_contract_status = 'NONE' and agent_contract_status = 'SIGNED'
),
stage as (
  select unnest(['REQUESTED', 'NEGOTIATING', 'SIGNED', 'CONNECTED', 'SCRAPING_ENDED', 'DECLINED', 'WITHDRAWN', 'DISPUTED']) as stage,
         unnest(range(1, 9)) as position
),
stood as (
  select c.*, s.position as stands_at
  from   cell c join stage s on if(c.exit is null, s.position = c.reached, s.stage = c.exit)
)
select r.round_id, s.stage, s.position,
       (select count(*) from stood c where c.round_id = r.round_id and c.stands_at = s.position)                  as cells,
       case when s.position = 1 then (select count(*) from stood c where c.round_id = r.round_id)
            when s.position <= 5
              then (select count(*) from stood c where c.round_id = r.round_id and c.stands_at between s.position and 5) end as cells_reached,
       (select count(distinct c.issuer_id) from stood c where c.round_id = r.round_id and c.stands_at = s.position) as issuers,
       (select count(distinct c.agent_id) from stood c where c.round_id = r.round_id and c.stands_at = s.position)  as agents
from   silver.survey_round r, stage s
