/* Question: whom must we ask to send something again? 再提出を求めるファイル（理由と件数）
   Reads silver.rejected. One row per file and reason, with the first place in the
   file and its remedy; every place: select * from silver.rejected. */
with   numbered as (
       -- By number: as text, line 10 would stand before line 2. The file as a whole comes first.
       select *, row(coalesce(try_cast(regexp_extract(place, '^line ([0-9]+)', 1) as bigint), 0), place) as position
       from   silver.rejected)
select path,
       reason,
       count(*)                     as rows,
       min_by(place, position)      as first_place,
       min_by(found, position)      as found,
       min_by(expected, position)   as expected,
       min_by(remedy, position)     as remedy
from   numbered
group  by path, reason
order  by path, reason
