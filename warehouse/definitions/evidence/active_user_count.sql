/* Each issuer's users, and by agent each pair's: a user of two agents counts once for the issuer. */
select month, issuer_id, cast(null as varchar) as agent_id,
       ['ALL', 'ISSUER']        as levels,
       users                    as numerator
from   gold.issuer_month_users
union all
select month, issuer_id, agent_id, ['AGENT'], users
from   gold.fetch_month
