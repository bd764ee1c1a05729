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
)
select r.round_id, s.stage, s.position,
       count(c.round_id) filter (where coalesce(c.exit, '') = if(s.position > 5, s.stage, '')
                                   and (s.position > 5 or c.reached = s.position))                    as cells,
       if(s.position > 5, null,
          count(c.round_id) filter (where s.position = 1 or (c.exit is null and c.reached >= s.position))) as cells_reached,
       count(distinct c.issuer_id) filter (where coalesce(c.exit, '') = if(s.position > 5, s.stage, '')
                                             and (s.position > 5 or c.reached = s.position))          as issuers,
       count(distinct c.agent_id) filter (where coalesce(c.exit, '') = if(s.position > 5, s.stage, '')
                                            and (s.position > 5 or c.reached = s.position))           as agents
from   silver.survey_round r cross join stage s left join cell c on c.round_id = r.round_id
group  by all
