/* ---
kpi_id: response_rate
definition_version: 1
kind: ratio
title: {ja: 回収率, en: Response rate}
definition: {ja: 母集団のうち受理された提出物のある回答者の割合, en: Share of the frame's respondents with an accepted submission}
formula: 提出が受理された回答者 / 母集団の回答者
unit: ratio
better: up
stage: DATA_QUALITY
basis: SURVEY
period: ROUND
levels: [ALL]
slices: [side, size_band, association]
reads: [gold.response_status]
source: 調査票（カード会社・電代業者）
--- */
select round_id, side, size_band,
       case when is_association_member then 'MEMBER' when not is_association_member then 'NON_MEMBER' end as association,
       case when side = 'ISSUER' then respondent_id end                        as issuer_id,
       case when side = 'AGENT' then respondent_id end                         as agent_id,
       case when state in ('ACCEPTED', 'LATE') then 1 else 0 end               as numerator,
       1                                                                       as denominator,
       case when side = 'ISSUER' and state in ('ACCEPTED', 'LATE') then 1 else 0 end as issuer_contributes,
       case when side = 'AGENT' and state in ('ACCEPTED', 'LATE') then 1 else 0 end  as agent_contributes
from   gold.response_status
where  is_in_frame
