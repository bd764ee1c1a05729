/* One row per month and issuer: distinct users over all agents with a 2xx API call. */
select month, issuer_id,
       count(distinct user_hash)      as users
from   silver.api_user_hour
group  by month, issuer_id
