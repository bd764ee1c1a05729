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
        where  kind = 'SURVEY' and state in ('ACCEPTED', 'SUPERSEDED'))
       cross join (select cast(max(received_at) as date) as received_on from silver.submission)
where  day > date_add(received_on, 1)
group  by subject, day
union all
select finding_id, 'WARNING',
       concat_ws(' ', concat('gateway/', issuer_id, '/', feed_id), access_date, path),
       concat(found, '。期待：', expected, '。', remedy), rows
from   gold.log_finding
