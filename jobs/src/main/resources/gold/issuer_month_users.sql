/* One row per month and issuer: distinct users over all agents with a 2xx API call. */
select trunc(access_date, 'MM')       as month,
       issuer_id,
       count(distinct user_hash)      as users
from   silver.access
where  access_method = 'API' and status between 200 and 299 and user_hash is not null
group  by all
