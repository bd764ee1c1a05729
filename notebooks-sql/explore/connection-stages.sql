/* Question: how far have requests for connection come, round by round? 申入れから接続までの段階（セル数）
   Reads gold.linkage_cell. Each cell counts once, in the furthest stage that it has reached; stages of a round add up to its cells. */
select round_id,
       count(*)                                                                                   as cells,
       count(*) filter (where contract_status = 'NONE')                                           as no_request,
       count(*) filter (where contract_status = 'REQUESTED')                                      as requested,
       count(*) filter (where contract_status = 'NEGOTIATING')                                    as negotiating,
       count(*) filter (where contract_status in ('DECLINED', 'WITHDRAWN'))                       as ended_without,
       count(*) filter (where contract_status = 'SIGNED' and not coalesce(connected, false))      as signed,
       count(*) filter (where contract_status = 'SIGNED' and connected)                           as connected,
       count(*) filter (where contract_status is null)                                            as disputed,
       median(request_to_start_days)                                                              as median_days_to_start
from   gold.linkage_cell
group  by round_id
order  by round_id
