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
  and  not exists (select 1 from silver.agent g
                   where g.agent_id = a.counterparty_id
                     and coalesce(g.valid_from, r.reference_date) <= r.reference_date
                     and coalesce(g.valid_to, r.reference_date) >= r.reference_date)
  and  not exists (select 1 from silver.issuer i
                   where i.issuer_id = a.counterparty_id
                     and coalesce(i.valid_from, r.reference_date) <= r.reference_date
                     and coalesce(i.valid_to, r.reference_date) >= r.reference_date)
group  by a.round_id, a.respondent_id, a.counterparty_id
union all
select 'rejected_lines', 'WARNING', path, '受理できない行のあるログファイルです。', count(*)
from   silver.rejected
where  path like 'gateway/%' and reason <> 'MOST_LINES_REJECTED'
group  by path
