/* One row per kind of submission and reason. */
select s.kind, r.reason,
       count(distinct r.submission_id)  as files,
       count(*)                         as rows
from   silver.rejected r
       join (select distinct submission_id, kind from silver.submission) s using (submission_id)
group  by s.kind, r.reason
