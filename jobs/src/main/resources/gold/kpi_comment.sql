/* One row per comment that stands, under the company whose words it is; its period as figures have it. */
with issuer as (
  select distinct issuer_id as company_id from silver.issuer
),
named as (
  select c.*,
         case when period like 'FY%Q%' then 'QUARTER_FY'
              when period like 'FY%'   then 'FY'
              when length(period) = 7  then 'MONTH'
              else 'POINT' end                                                          as period_type,
         case when period like 'FY%Q%' then add_months(make_date(cast(substr(period, 3, 4) as int), 4, 1),
                                                       3 * (cast(substr(period, 8, 1) as int) - 1))
              when period like 'FY%'   then make_date(cast(substr(period, 3, 4) as int), 4, 1)
              when length(period) = 7  then cast(period || '-01' as date)
              else cast(period as date) end                                             as period_start
  from   silver.kpi_comment c
)
select kpi_id,
       case when company_id is not null then respondent_id end                          as issuer_id,
       case when company_id is null then respondent_id end                              as agent_id,
       period_type,
       period_start,
       case period_type when 'QUARTER_FY' then last_day(add_months(period_start, 2))
                        when 'FY'         then last_day(add_months(period_start, 11))
                        when 'MONTH'      then last_day(period_start)
                        else period_start end                                           as period_end,
       comment, stated_on, release_id
from   named left join issuer on respondent_id = company_id
