/* One row per month, issuer and agent: distinct users and clock hours, and distinct users, with a 2xx API call. */
select month, issuer_id, agent_id,
       count(*)                      as fetches,
       count(distinct user_hash)     as users
from   silver.api_user_hour
group  by month, issuer_id, agent_id
