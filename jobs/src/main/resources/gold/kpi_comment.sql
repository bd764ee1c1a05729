/* One row per figure and side that comments on it: what a company says of the figure itself stands
   in place of what it says of all its figures of the KPI and period. */
with issuer as (
  select distinct issuer_id as company_id from silver.issuer
),
said as (
  select c.*,
         case when company_id is null then 'AGENT' else 'ISSUER' end                    as side,
         case when period like 'FY%Q%' then 'QUARTER_FY'
              when period like 'FY%'   then 'FY'
              when length(period) = 7  then 'MONTH'
              else 'POINT' end                                                          as period_type,
         case when period like 'FY%Q%' then add_months(make_date(cast(substr(period, 3, 4) as int), 4, 1),
                                                       3 * (cast(substr(period, 8, 1) as int) - 1))
              when period like 'FY%'   then make_date(cast(substr(period, 3, 4) as int), 4, 1)
              when length(period) = 7  then cast(period || '-01' as date)
              else cast(period as date) end                                             as period_start
  from   silver.kpi_comment c left join issuer on respondent_id = company_id
),
figure as (
  select distinct kpi_id, definition_version, entity_level, issuer_id, agent_id, slice, slice_value,
                  period_type, period_start, period_end, basis
  from   gold.kpi_value
  where  entity_level in ('ISSUER', 'AGENT', 'PAIR')
),
beside as (
  select f.*, s.side, s.comment, s.stated_on, s.release_id,
         row_number() over (
           partition by f.kpi_id, f.definition_version, f.entity_level, f.issuer_id, f.agent_id, f.slice, f.slice_value,
                        f.period_type, f.period_start, f.basis, s.side
           -- The statement that names the figure most closely, then the newest.
           order by s.entity_level nulls last, s.basis nulls last, s.definition_version nulls last, s.stated_on desc,
                    s.submission_id, s.line)                                            as place
  from   figure f
  join   said s on s.kpi_id = f.kpi_id
               and s.period_type = f.period_type
               and s.period_start = f.period_start
               and s.respondent_id = case s.side when 'ISSUER' then f.issuer_id else f.agent_id end
               and (s.entity_level is null
                    or s.entity_level = f.entity_level
                       and s.slice <=> f.slice
                       and s.slice_value <=> f.slice_value
                       and (f.entity_level <> 'PAIR'
                            or s.counterparty_id = case s.side when 'ISSUER' then f.agent_id else f.issuer_id end)
                       and coalesce(s.basis, f.basis) = f.basis
                       and coalesce(s.definition_version, f.definition_version) = f.definition_version)
)
select kpi_id, definition_version, entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start,
       period_end, basis, side, comment, stated_on, release_id
from   beside
where  place = 1
