-- gold.issuer_month_users once more, straight from silver.access.
select make_date(year(access_date), month(access_date), 1) as month,
       issuer_id,
       count(distinct user_hash)                           as users
from   silver.access
where  access_method = 'API' and status >= 200 and status < 300 and user_hash is not null
group  by all
