/* ---
kpi_id: api_availability
definition_version: 1
kind: ratio
title: {ja: 稼働率（申告値）, en: API availability (stated)}
definition: {ja: "調査時点の月のAPI稼働率の、カード会社による申告値。計画停止を停止に含む値（INCLUDED）と除く値（EXCLUDED）は比較可能群を分け、互いに並べない。ログの数値とも比較できない", en: "Availability of the API in the month of the reference date, as the issuer states it. Values with planned stops counted as down (INCLUDED) and left out (EXCLUDED) are of different comparability groups and never ranked together, nor with figures of logs"}
formula: 申告された稼働率（百万分の一単位に四捨五入） / 1,000,000。計画停止の扱いに回答のない申告は含めない
unit: ratio
better: up
stage: QUALITY
basis: STATED
period: ROUND
levels: [ISSUER]
mergers: none
answers: [A10_02]
reads: [gold.stated_availability]
source: 調査票A（カード会社の申告値）
--- */
select round_id, issuer_id,
       planned_stops             as compared_within,
       availability_millionths   as numerator,
       1000000                   as denominator
from   gold.stated_availability
