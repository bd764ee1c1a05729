/* One row per cell of a KPI that has figures beside its value, and figure; null where nothing was eligible. */
with cell as (
  select distinct v.kpi_id, v.definition_version, d.figure, v.entity_level, v.issuer_id, v.agent_id,
         if(v.slice = 'access_method', null, v.slice)          as slice,
         if(v.slice = 'access_method', null, v.slice_value)    as slice_value,
         v.period_type, v.period_start, v.period_end, v.round_id
  from   gold.kpi_value v
         join gold.kpi_supplement_definition d
           on d.kpi_id = v.kpi_id and d.definition_version = v.definition_version
  where  v.basis is distinct from 'ISSUER_SUMMARY' and v.issuer_basis is distinct from 'NOW' and (v.slice is null or v.slice in ('access_method', 'measure')) and v.period_type in ('POINT', 'MONTH')
),
/* The match rate once more, over cells that a side calls signed. */
signed as (
  select 'signed_cells_match_rate'                             as figure,
         round_id, issuer_id, agent_id,
         count(*) filter (where reconciliation = 'MATCH')      as numerator,
         count(*)                                              as denominator
  from   gold.linkage_cell
  where  reconciliation in ('MATCH', 'CONFLICT')
    and  'SIGNED' in (issuer_contract_status, agent_contract_status)
  group  by round_id, grouping sets ((), (issuer_id), (agent_id))
),
using_both as (
  select 'accounts_using_both'                                 as figure,
         round_id, issuer_id, agent_id,
         sum(accounts_using_both)                              as numerator
  from   gold.linkage_cell
  where  accounts_using_both is not null
  group  by round_id, grouping sets ((), (issuer_id), (agent_id), (issuer_id, agent_id))
),
/* What the issuers of a round state, with the age of a request that is not signed yet. */
stated as (
  select round_id,
         issuer_contract_status in ('REQUESTED', 'NEGOTIATING')                            as is_open,
         case when requested_on <= reference_date
              then datediff(reference_date, requested_on) end                              as age_days
  from   gold.linkage_cell join silver.survey_round using (round_id)
  where  issuer_contract_status is not null
),
request as (
  select round_id,
         stack(5,
               'open_requests',                 count(*) filter (where is_open),
               'open_requests_under_90_days',   count(*) filter (where is_open and age_days < 90),
               'open_requests_90_to_180_days',  count(*) filter (where is_open and age_days between 90 and 180),
               'open_requests_over_180_days',   count(*) filter (where is_open and age_days > 180),
               'open_requests_without_date',    count(*) filter (where is_open and age_days is null))
         as (figure, numerator)
  from   stated
  group  by round_id
),
/* Each milestone for the whole and for its issuer. */
milestone_at as (
  select cast(null as string) as issuer_id, measure_id, slip_days, baseline_end, actual_end, status
  from   gold.milestone
  union all
  select issuer_id, measure_id, slip_days, baseline_end, actual_end, status
  from   gold.milestone
  where  issuer_id is not null
),
milestones as (
  select issuer_id,
         if(grouping(measure_id) = 0, 'measure', null)                                     as slice,
         measure_id                                                                        as slice_value,
         median(if(slip_days < 0, 0, slip_days))                                           as median_slip_days,
         count(slip_days)                                                                  as with_slip,
         count(*) filter (where coalesce(status, '') <> 'CANCELLED'
                            and actual_end < baseline_end)                                 as early,
         count(*) filter (where coalesce(status, '') <> 'CANCELLED' and actual_end is null) as open,
         count(*) filter (where status = 'CANCELLED')                                      as cancelled
  from   milestone_at
  group  by issuer_id, grouping sets ((), (measure_id))
),
milestone_figure as (
  select issuer_id, slice, slice_value,
         stack(4,
               'median_slip_days',  cast(null as bigint),  with_slip,             median_slip_days,
               'early',             early,                 cast(null as bigint),  cast(early as double),
               'open',              open,                  cast(null as bigint),  cast(open as double),
               'cancelled',         cancelled,             cast(null as bigint),  cast(cancelled as double))
         as (figure, numerator, denominator, value)
  from   milestones
),
/* What the classification rules decided, over the issuers that the scraping shares are counted of. */
classified as (
  select c.figure, c.issuer_id, c.period_start,
         sum(case when c.figure like 'unknown_share_by_%' then if(m.access_method = 'UNKNOWN', m.declared_accesses, 0)
                  when c.figure = concat('rule_', m.rule_id) then m.accesses else 0 end)        as numerator,
         sum(case when c.figure not like 'unknown_share_by_%' then m.accesses
                  when m.access_method in ('API', 'SCRAPING', 'UNKNOWN') then m.declared_accesses else 0 end) as denominator
  from   cell c
         join gold.rule_mix m
           on  m.entity_level = 'ISSUER' and m.has_both_fronts and m.month = c.period_start
           and (c.issuer_id is null or c.issuer_id = m.issuer_id)
  where  c.kpi_id in ('scraping_share_by_access', 'scraping_share_by_fetch')
  group  by c.figure, c.issuer_id, c.period_start
),
figure as (
  select figure, cast(null as date) as period_start, round_id, issuer_id, agent_id, cast(null as string) as slice, cast(null as string) as slice_value,
         numerator, denominator, cast(numerator as double) / cast(denominator as double) as value
  from   signed
  union all
  select figure, null, round_id, issuer_id, agent_id, null, null, numerator, null, cast(numerator as double) from using_both
  union all
  select figure, null, round_id, null, null, null, null, numerator, null, cast(numerator as double) from request
  union all
  select figure, null, null, issuer_id, null, slice, slice_value, numerator, denominator, value from milestone_figure
  union all
  select figure, period_start, null, issuer_id, null, null, null, numerator, denominator,
         cast(numerator as double) / cast(nullif(denominator, 0) as double)
  from   classified
)
select c.kpi_id, c.definition_version, c.figure, c.entity_level, c.issuer_id, c.agent_id, c.slice, c.slice_value,
       c.period_type, c.period_start, c.period_end, c.round_id, f.numerator, f.denominator, f.value,
       if(f.value is null, 'NOT_APPLICABLE', 'REPORTED')   as value_state
from   cell c
       left join figure f
         on  f.figure = c.figure and f.round_id <=> c.round_id
         and (f.period_start is null or f.period_start = c.period_start)
         and f.issuer_id <=> c.issuer_id and f.agent_id <=> c.agent_id
         and f.slice <=> c.slice and f.slice_value <=> c.slice_value
