/* One row per finding; how grave it is and in which words it is told stands in rules/quality.yaml. */
with finding as (
  select 'outside_frame' as finding_id, concat(round_id, '/', respondent_id) as subject, cast(null as string) as told, cast(1 as bigint) as rows
  from   gold.response_status
  where  not is_in_frame and state in ('ACCEPTED', 'LATE')
  union all
  select 'unknown_counterparty', concat(a.round_id, '/', a.respondent_id, '/', a.counterparty_id), null, count(*)
  from   silver.answer a join silver.survey_round r using (round_id)
  where  a.counterparty_id is not null
    and  (a.questionnaire_id = 'agent_survey' or not exists (
            select 1 from silver.agent g
            where g.agent_id = a.counterparty_id
              and coalesce(g.valid_from, r.reference_date) <= r.reference_date
              and coalesce(g.valid_to, r.reference_date) >= r.reference_date))
    and  (a.questionnaire_id <> 'agent_survey' or not exists (
            select 1 from silver.issuer i
            where i.issuer_id = a.counterparty_id
              and coalesce(i.valid_from, r.reference_date) <= r.reference_date
              and coalesce(i.valid_to, r.reference_date) >= r.reference_date))
  group  by a.round_id, a.respondent_id, a.counterparty_id
  union all
  select 'rejected_lines', path, null, count(*)
  from   silver.rejected
  where  path like 'gateway/%' and reason <> 'MOST_LINES_REJECTED'
  group  by path
  union all
  select 'future_date', concat('gateway/', issuer_id, ' ', access_date), null, sum(accesses)
  from   gold.access_daily cross join (select cast(max(received_at) as date) as received_on from silver.submission)
  where  access_date > date_add(received_on, 1)
  group  by issuer_id, access_date
  union all
  select 'future_date', concat(subject, ' ', day), null, count(*)
  from   (select concat('rounds/', round_id) as subject, reference_date as day from silver.survey_round
          union all
          select concat('roadmap/', milestone_id), stated_on from silver.milestone_revision
          union all
          select concat('surveys/', round_id, '/', respondent_id), cast(submitted_at as date) from silver.submission
          where  kind = 'SURVEY' and state in ('ACCEPTED', 'SUPERSEDED')
          union all
          select concat('metrics/', respondent_id), cast(submitted_at as date) from silver.submission
          where  kind = 'METRICS' and state = 'ACCEPTED')
         cross join (select cast(max(received_at) as date) as received_on from silver.submission)
  where  day > date_add(received_on, 1)
  group  by subject, day
  union all
  select 'comment_without_figure', concat('comments/', c.respondent_id, ' ', c.kpi_id, ' ', c.period), null, count(*)
  from   silver.kpi_comment c
  where  not exists (
           select 1 from gold.kpi_comment g
           where  g.kpi_id = c.kpi_id
             and  g.comment = c.comment
             and  g.stated_on = c.stated_on
             and  c.respondent_id = case g.side when 'ISSUER' then g.issuer_id else g.agent_id end)
  group  by c.respondent_id, c.kpi_id, c.period
  union all
  select 'succession_unclear', concat(issuer_id, ' ', finding), null, cast(1 as bigint)
  from   gold.issuer_today
  where  finding is not null
  union all
  select if(state = 'REFUSED', 'correction_refused', 'correction_superseded'),
         concat_ws(' ', path, sheet, cell, target_line, target_column), null, count(*)
  from   silver.correction
  where  state in ('SUPERSEDED', 'REFUSED')
  group  by state, path, sheet, cell, target_line, target_column
  union all
  select if(rule_id = 'STATED_DIFFERENTLY', 'cdr_stated_differently', 'cdr_contradiction'),
         concat('metrics/', issuer_id, ' ', rule_id), null, count(*)
  from   silver.cdr_metric_finding
  group  by issuer_id, rule_id
  union all
  select 'cdr_gap', concat('metrics/', issuer_id), null,
         datediff(max(stated_date), min(stated_date)) + 1 - count(*)
  from   gold.cdr_day
  where  calls is not null
  group  by issuer_id
  having datediff(max(stated_date), min(stated_date)) + 1 > count(*)
  union all
  select 'cdr_beside_logs', concat('metrics/', issuer_id, ' ', month), null, count(*)
  from   gold.cdr_day d
  where  exists (select 1 from gold.access_daily a where a.issuer_id = d.issuer_id and a.month = d.month)
  group  by issuer_id, month
  union all
  select finding_id, concat_ws(' ', concat('gateway/', issuer_id, '/', feed_id), access_date, path),
         concat(found, '。期待：', expected, '。', remedy), rows
  from   gold.log_finding
  union all
  select finding_id, concat('summaries/', issuer_id, ' ', substring(cast(month as string), 1, 7)), null, count(*)
  from   silver.summary_finding
  group  by finding_id, issuer_id, month
  union all
  select if(d.rows is null, 'summary_beside_logs', 'summary_differs_from_logs'),
         concat('summaries/', b.issuer_id, ' ', substring(cast(b.month as string), 1, 7)), null, coalesce(d.rows, 1)
  from   (select issuer_id, month from gold.access_daily
          intersect
          select issuer_id, month from silver.summary_access_daily) b
         left join (
           select issuer_id, month, count(*) as rows
           from   (select issuer_id, month from (select * from gold.access_daily except select * from silver.summary_access_daily)
                   union all
                   select issuer_id, month from (select * from silver.summary_access_daily except select * from gold.access_daily)
                   union all
                   select issuer_id, month from (select * from gold.fetch_month except select * from silver.summary_fetch_month)
                   union all
                   select issuer_id, month from (select * from silver.summary_fetch_month except select * from gold.fetch_month)
                   union all
                   select issuer_id, month from (select * from gold.issuer_month_users except select * from silver.summary_issuer_month_users)
                   union all
                   select issuer_id, month from (select * from silver.summary_issuer_month_users except select * from gold.issuer_month_users))
           group  by issuer_id, month) d
           on d.issuer_id = b.issuer_id and d.month = b.month
)
/* A finding without a rule is told all the same, as gravely as may be. */
select f.finding_id,
       coalesce(q.severity, 'ERROR')                        as severity,
       f.subject,
       coalesce(f.told, q.message_ja, f.finding_id)         as message_ja,
       f.rows
from   finding f left join quality_rule q using (finding_id)
