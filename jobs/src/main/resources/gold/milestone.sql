/* One row per milestone: the first statement sets the baseline, the latest one the rest. */
with stated as (
  select milestone_id,
         min_by(struct(baseline_start, baseline_end), revision)                                       as first,
         max_by(struct(measure_id, measure_ja, issuer_id, title_ja, owner, actual_end, status,
                       kpi_id, reason, stated_on), revision)                                          as latest,
         max_by(forecast_end, revision) filter (where forecast_end is not null)                       as forecast_end,
         count(*) - 1                                                                                 as revisions
  from   silver.milestone_revision
  group  by milestone_id
),
flat as (
  select milestone_id, latest.*, first.*, forecast_end, revisions from stated
),
judged as (
  select *, status <> 'CANCELLED' and baseline_end <= :as_of as is_due from flat
)
select milestone_id, measure_id, measure_ja, issuer_id, title_ja, owner, baseline_start, baseline_end,
       forecast_end, actual_end, status,
       case when status <> 'CANCELLED' and (is_due or actual_end is not null)
            then cast(datediff(coalesce(actual_end, greatest(coalesce(forecast_end, :as_of), :as_of)),
                               baseline_end) as bigint) end                                           as slip_days,
       is_due,
       coalesce(is_due and actual_end <= baseline_end, false)                                         as is_on_time,
       revisions, kpi_id, reason, stated_on
from   judged
