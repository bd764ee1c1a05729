/* Each cell whose days the median is of. */
select round_id, issuer_id, agent_id, segment,
       ['ALL']                  as levels,
       1                        as denominator,
       request_to_start_days    as observed
from   gold.linkage_cell
where  request_to_start_days is not null
