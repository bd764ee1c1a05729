/* Question: whom must we ask to send something again? 再提出を求めるファイル（理由と件数）
   Reads silver.rejected. One row per file and reason, with the first place and its remedy. */
select path,
       reason,
       count(*)                     as rows,
       min_by(place, place)         as first_place,
       min_by(found, place)         as found,
       min_by(expected, place)      as expected,
       min_by(remedy, place)        as remedy
from   silver.rejected
group  by path, reason
order  by path, reason
