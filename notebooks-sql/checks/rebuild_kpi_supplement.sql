-- gold.kpi_supplement once more, in DuckDB's dialect and written apart from the job's SQL: every fact is laid out
-- once per cell that it counts in, and the facts of a cell are then folded; slips are measured anew from the dates.
with cell as (
  select distinct kpi_id, definition_version, entity_level, issuer_id, agent_id,
         case when kpi_id <> 'linked_account_count' then slice end         as slice,
         case when kpi_id <> 'linked_account_count' then slice_value end   as slice_value,
         period_type, period_start, period_end, round_id
  from   gold.kpi_value
  where  basis is distinct from 'ISSUER_SUMMARY' and issuer_basis is distinct from 'NOW' and (
         kpi_id in ('two_side_match_rate', 'days_to_connect') and slice is null
     or  kpi_id = 'linked_account_count' and slice = 'access_method'
     or  kpi_id in ('scraping_share_by_access', 'scraping_share_by_fetch') and slice is null and period_type = 'MONTH'
     or  kpi_id = 'milestone_slip_days' and coalesce(slice, 'measure') = 'measure')
),
linkage as (
  select unnest([{'entity_level': 'ALL', 'issuer_id': null::varchar, 'agent_id': null::varchar},
                 {'entity_level': 'ISSUER', 'issuer_id': k.issuer_id, 'agent_id': null},
                 {'entity_level': 'AGENT', 'issuer_id': null, 'agent_id': k.agent_id},
                 {'entity_level': 'PAIR', 'issuer_id': k.issuer_id, 'agent_id': k.agent_id}], recursive := true),
         k.round_id, k.issuer_contract_status as i_said, k.agent_contract_status as a_said, k.reconciliation,
         k.accounts_using_both as both_ways, date_diff('day', k.requested_on, r.reference_date) as age
  from   gold.linkage_cell k join silver.survey_round r on r.round_id = k.round_id
),
signed as (
  select 'signed_cells_match_rate' as figure, entity_level, issuer_id, agent_id, round_id,
         sum(if(reconciliation = 'MATCH', 1, 0)) as n, count(*) as d, sum(if(reconciliation = 'MATCH', 1, 0)) / count(*) as v
  from   linkage
  where  i_said is not null and a_said is not null and (i_said = 'SIGNED' or a_said = 'SIGNED')
  group  by all
),
using_both as (
  select 'accounts_using_both' as figure, entity_level, issuer_id, agent_id, round_id,
         sum(both_ways) as n, null::bigint as d, sum(both_ways)::double as v
  from   linkage
  group  by all
  having count(both_ways) > 0
),
-- every cell that an issuer states goes into the total and into one band; what is not open counts as nothing there
band as (
  select round_id, i_said in ('REQUESTED', 'NEGOTIATING') as is_counted,
         unnest(['open_requests',
                 case when age is null or age < 0 then 'open_requests_without_date'
                      when age >= 181 then 'open_requests_over_180_days'
                      when age >= 90 then 'open_requests_90_to_180_days'
                      else 'open_requests_under_90_days' end]) as figure
  from   linkage
  where  entity_level = 'ALL' and i_said is not null
),
request as (
  select d.figure, 'ALL' as entity_level, null::varchar as issuer_id, null::varchar as agent_id, r.round_id,
         count(*) filter (where r.is_counted and r.figure = d.figure) as n, null::bigint as d, n::double as v
  from   band r, gold.kpi_supplement_definition d
  where  d.kpi_id = 'days_to_connect'
  group  by d.figure, r.round_id
),
slip as (
  select c.entity_level, c.issuer_id, c.slice, c.slice_value,
         m.status is not distinct from 'CANCELLED' as is_cancelled, m.actual_end, m.baseline_end,
         case when m.status <> 'CANCELLED' and m.baseline_end is not null and (m.actual_end is not null or m.baseline_end <= c.period_end)
              then greatest(0, date_diff('day', m.baseline_end,
                                         coalesce(m.actual_end, greatest(m.forecast_end, c.period_end)))) end as late
  from   cell c join gold.milestone m
           on  (c.issuer_id is null or m.issuer_id = c.issuer_id)
           and (c.slice is null or m.measure_id is not distinct from c.slice_value)
  where  c.kpi_id = 'milestone_slip_days'
),
milestones as (
  select entity_level, issuer_id, slice, slice_value,
         unnest([{'figure': 'median_slip_days', 'n': null::bigint, 'd': count(late), 'v': quantile_cont(late, 0.5)::double},
                 {'figure': 'early', 'n': count(*) filter (where not is_cancelled and actual_end < baseline_end), 'd': null, 'v': null},
                 {'figure': 'open', 'n': count(*) filter (where not is_cancelled and actual_end is null), 'd': null, 'v': null},
                 {'figure': 'cancelled', 'n': count(*) filter (where is_cancelled), 'd': null, 'v': null}], recursive := true)
  from   slip
  group  by entity_level, issuer_id, slice, slice_value
),
-- every access of an issuer with both fronts counts in its own rule, and where it is one in the share of unknown ones
classed as (
  select month, issuer_id, 'rule_' || rule_id as of_rule, access_method, accesses, declared_accesses as declared
  from   gold.rule_mix
  where  has_both_fronts
),
class as (
  select c.kpi_id, c.entity_level, c.issuer_id, c.period_start, s.figure,
         sum(if(starts_with(s.figure, 'rule_'), if(k.of_rule = s.figure, k.accesses, 0), if(k.access_method = 'UNKNOWN', k.declared, 0)))::bigint as n,
         sum(if(starts_with(s.figure, 'rule_'), k.accesses, if(k.access_method in ('API', 'SCRAPING', 'UNKNOWN'), k.declared, 0)))::bigint        as d
  from   cell c
         join gold.kpi_supplement_definition s on s.kpi_id = c.kpi_id and s.definition_version = c.definition_version
         join classed k on k.month = c.period_start and (c.entity_level = 'ALL' or k.issuer_id = c.issuer_id)
  where  starts_with(c.kpi_id, 'scraping_share_by_')
  group  by all
),
fact as (
  select figure, null::date as period_start, entity_level, issuer_id, agent_id, null::varchar as slice, null::varchar as slice_value, round_id, n, d, v from signed
  union all
  select figure, null, entity_level, issuer_id, agent_id, null, null, round_id, n, d, v from using_both
  union all
  select figure, null, entity_level, issuer_id, agent_id, null, null, round_id, n, d, v from request
  union all
  select figure, null, entity_level, issuer_id, null, slice, slice_value, null, n, d, coalesce(v, n::double) from milestones
  union all
  select figure, period_start, entity_level, issuer_id, null, null, null, null, n, d, n / nullif(d, 0) from class
)
select c.kpi_id, c.definition_version, s.figure, c.entity_level, c.issuer_id, c.agent_id, c.slice, c.slice_value, c.period_type,
       c.period_start, c.period_end, c.round_id, f.n as numerator, f.d as denominator, f.v as value,
       case when f.v is null then 'NOT_APPLICABLE' else 'REPORTED' end as value_state
from   cell c
       join gold.kpi_supplement_definition s
         on  s.kpi_id = c.kpi_id and s.definition_version = c.definition_version
       left join fact f
         on  f.figure = s.figure and f.entity_level = c.entity_level and f.issuer_id is not distinct from c.issuer_id
         and f.agent_id is not distinct from c.agent_id and f.slice is not distinct from c.slice
         and f.slice_value is not distinct from c.slice_value and f.round_id is not distinct from c.round_id
         and coalesce(f.period_start, c.period_start) = c.period_start
