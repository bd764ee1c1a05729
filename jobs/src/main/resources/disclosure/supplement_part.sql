/* What the rows of gold.kpi_supplement are added up from: one row per figure, time, company or pair and measure; is_issuer_behind and
   is_agent_behind tell whose answers it is made of. Figures of the classification rules have a file of their own. */
with signed as (
  select 'signed_cells_match_rate' as figure, round_id, issuer_id, agent_id, cast(null as varchar) as measure_id,
         true as is_issuer_behind, true as is_agent_behind,
         count(*) filter (where reconciliation = 'MATCH')   as numerator,
         count(*)                                           as denominator
  from   gold.linkage_cell
  where  reconciliation in ('MATCH', 'CONFLICT') and 'SIGNED' in (issuer_contract_status, agent_contract_status)
  group  by round_id, issuer_id, agent_id
),
using_both as (
  select 'accounts_using_both' as figure, round_id, issuer_id, agent_id, null as measure_id, false, true,
         sum(accounts_using_both) as numerator, null as denominator
  from   gold.linkage_cell
  where  accounts_using_both is not null
  group  by round_id, issuer_id, agent_id
),
stated as (
  select round_id, issuer_id,
         issuer_contract_status in ('REQUESTED', 'NEGOTIATING')                                          as is_open,
         case when requested_on <= reference_date then datediff('day', requested_on, reference_date) end  as age_days
  from   gold.linkage_cell join silver.survey_round using (round_id)
  where  issuer_contract_status is not null
),
request as (
  select f.figure, s.round_id, s.issuer_id, null as agent_id, null as measure_id, true, false,
         count(*) filter (where is_open and case f.figure
                                              when 'open_requests' then true
                                              when 'open_requests_under_90_days' then age_days < 90
                                              when 'open_requests_90_to_180_days' then age_days between 90 and 180
                                              when 'open_requests_over_180_days' then age_days > 180
                                              else age_days is null end) as numerator,
         null as denominator
  from   stated s
         cross join (values ('open_requests'), ('open_requests_under_90_days'), ('open_requests_90_to_180_days'),
                            ('open_requests_over_180_days'), ('open_requests_without_date')) f (figure)
  group  by f.figure, s.round_id, s.issuer_id
),
milestones as (
  select f.figure, null as round_id, m.issuer_id, null as agent_id, m.measure_id, true, false,
         case f.figure
           when 'early' then count(*) filter (where coalesce(status, '') <> 'CANCELLED' and actual_end < baseline_end)
           when 'open' then count(*) filter (where coalesce(status, '') <> 'CANCELLED' and actual_end is null)
           when 'cancelled' then count(*) filter (where status = 'CANCELLED') end as numerator,
         case when f.figure = 'median_slip_days' then count(slip_days) end        as denominator
  from   gold.milestone m
         cross join (values ('early'), ('open'), ('cancelled'), ('median_slip_days')) f (figure)
  group  by f.figure, m.issuer_id, m.measure_id
)
select * from signed
union all select * from using_both
union all select * from request
union all select * from milestones
order  by all
