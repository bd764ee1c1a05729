/* One row per finding. */
select 'outside_frame'                                             as finding_id,
       'WARNING'                                                   as severity,
       concat(round_id, '/', respondent_id)                        as subject,
       '母集団に含まれない回答者です。指標には入りません。'        as message_ja,
       cast(1 as bigint)                                           as rows
from   gold.response_status
where  not is_in_frame and state in ('ACCEPTED', 'LATE')
union all
select 'unknown_counterparty', 'WARNING', concat(a.round_id, '/', a.respondent_id, '/', a.counterparty_id),
       '登録簿が調査時点で持たない相手先です。指標には入りません。', count(*)
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
select 'rejected_lines', 'WARNING', path, '受理できない行のあるログファイルです。', count(*)
from   silver.rejected
where  path like 'gateway/%' and reason <> 'MOST_LINES_REJECTED'
group  by path
union all
select 'future_date', 'ERROR', concat('gateway/', issuer_id, ' ', access_date),
       '受領した日より後の日付を持つログの行です。時点の判定には使いません。', sum(accesses)
from   gold.access_daily cross join (select cast(max(received_at) as date) as received_on from silver.submission)
where  access_date > date_add(received_on, 1)
group  by issuer_id, access_date
union all
select 'future_date', 'ERROR', concat(subject, ' ', day),
       '受領した日より後の日付です。時点の判定には使いません。', count(*)
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
select 'comment_without_figure', 'WARNING', concat('comments/', c.respondent_id, ' ', c.kpi_id, ' ', c.period),
       'どの数値の横にも示されないコメントです。指す数値が今ないか、個別のコメントがすべての数値にあります。', count(*)
from   silver.kpi_comment c
where  not exists (
         select 1 from gold.kpi_comment g
         where  g.kpi_id = c.kpi_id
           and  g.comment = c.comment
           and  g.stated_on = c.stated_on
           and  c.respondent_id = case g.side when 'ISSUER' then g.issuer_id else g.agent_id end)
group  by c.respondent_id, c.kpi_id, c.period
union all
select 'cdr_contradiction', 'WARNING', concat('metrics/', issuer_id, ' ', rule_id),
       case when rule_id = 'STATED_DIFFERENTLY' then 'CDR形式の申告値が、ファイルにより同じ期間について異なります。集計時刻の新しいものを使います。'
            else 'CDR形式の申告値の間に矛盾があります。申告のとおりに扱います。' end, count(*)
from   silver.cdr_metric_finding
group  by issuer_id, rule_id
union all
select 'cdr_gap', 'WARNING', concat('metrics/', issuer_id),
       'CDR形式の申告値のない日があります。0とは扱いません。',
       datediff(max(stated_date), min(stated_date)) + 1 - count(*)
from   gold.cdr_day
where  calls is not null
group  by issuer_id
having datediff(max(stated_date), min(stated_date)) + 1 > count(*)
union all
select 'cdr_beside_logs', 'INFO', concat('metrics/', issuer_id, ' ', month),
       'ゲートウェイログとCDR形式の申告値の両方があります。数え方が異なるため、合算も比較もせず、別々に示します。', count(*)
from   gold.cdr_day d
where  exists (select 1 from gold.access_daily a where a.issuer_id = d.issuer_id and a.month = d.month)
group  by issuer_id, month
union all
select finding_id, 'WARNING',
       concat_ws(' ', concat('gateway/', issuer_id, '/', feed_id), access_date, path),
       concat(found, '。期待：', expected, '。', remedy), rows
from   gold.log_finding
union all
select finding_id, 'WARNING', concat('summaries/', issuer_id, ' ', substring(cast(month as string), 1, 7)),
       case finding_id
            when 'summary_other_registers' then 'カード会社集計が、ここにあるものと異なる登録簿で作られています。数値は申告のとおりに扱いますが、登録簿をそろえて集計し直すまで、他社との比較に注意してください。'
            when 'summary_other_software' then 'カード会社集計が、読み取りの異なる版の Renkei で作られています。数値は申告のとおりに扱いますが、同じ版で集計し直すまで、他社との比較に注意してください。'
            else 'カード会社集計に、登録簿にない電代業者IDがあります。' end, count(*)
from   silver.summary_finding
group  by finding_id, issuer_id, month
union all
select if(d.rows is null, 'summary_beside_logs', 'summary_differs_from_logs'),
       if(d.rows is null, 'INFO', 'WARNING'),
       concat('summaries/', b.issuer_id, ' ', substring(cast(b.month as string), 1, 7)),
       if(d.rows is null, 'ゲートウェイログとカード会社集計の両方があり、一致しています。合算せず、根拠ごとに示します。',
          'ゲートウェイログとカード会社集計の両方があり、一致しません。合算せず、根拠ごとに示します。同じログから作られたか確認してください。'),
       coalesce(d.rows, 1)
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
