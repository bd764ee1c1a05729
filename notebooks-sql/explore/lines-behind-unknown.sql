/* Question: which log lines stand behind the traffic that could not be attributed? 分類できないアクセスの元のログ行
   Reads silver.access (a view: the release has to lie in its warehouse) and silver.submission. One row per client id and file. */
select a.issuer_id,
       a.front,
       coalesce(a.client_id, '(none)')             as client_id,
       s.path,
       count(*)                                    as lines,
       min(a.line)                                 as first_line,
       max(a.line)                                 as last_line,
       min(a.access_date)                          as first_on,
       max(a.access_date)                          as last_on
from   silver.access a join silver.submission s using (submission_id)
where  a.access_method = 'UNKNOWN'
group  by all
order  by lines desc, a.issuer_id, s.path, client_id
