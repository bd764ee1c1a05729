/* Question: is API linkage a matter of size? 発行規模別の導入状況（最新の調査回、社数と枚数）
   Reads gold.adoption. An issuer counts as LIVE when any of its product lines is; bands as in KPI.md (cards of the frame). */
with newest as (
  select round_id from silver.survey_round order by reference_date desc limit 1
),
issuer as (
  select issuer_id,
         any_value(frame_cards)                                          as frame_cards,
         bool_or(adoption_status = 'LIVE')                               as has_live_line,
         bool_or(adoption_status = 'PLANNED')                            as has_planned_line,
         bool_or(adoption_status is null)                                as has_silent_line
  from   gold.adoption join newest using (round_id)
  group  by issuer_id
)
select case when frame_cards is null       then '5 不明'
            when frame_cards <    100000   then '1 10万枚未満'
            when frame_cards <=  1000000   then '2 100万枚以下'
            when frame_cards <= 10000000   then '3 1000万枚以下'
            else                                '4 1000万枚超' end         as size_band,
       count(*)                                                          as issuers,
       count(*) filter (where has_live_line)                             as live,
       count(*) filter (where not coalesce(has_live_line, false) and has_planned_line) as planned,
       count(*) filter (where not coalesce(has_live_line, false) and has_silent_line)  as unknown,
       sum(frame_cards) filter (where has_live_line)                     as cards_of_live,
       sum(frame_cards)                                                  as cards
from   issuer
group  by all
order  by size_band
