/* ---
kpi_id: response_rate
definition_version: 1
kind: ratio
title: {ja: 回収率, en: Response rate}
definition: {ja: 母集団のうち受理された提出物のある回答者の割合。協会加盟別は、カード会社と電代業者の協会を合算せず、それぞれの協会の加盟・非加盟ごとに、基準日の登録簿により1者を1回数える, en: "Share of the frame's respondents with an accepted submission; by association, members and others of the issuers' and of the agents' association apart, by the register on the reference date, each respondent once"}
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
       case when side = 'ISSUER' and is_association_member     then 'ISSUER_MEMBER'
            when side = 'ISSUER' and not is_association_member then 'ISSUER_NON_MEMBER'
            when side = 'AGENT' and is_association_member      then 'AGENT_MEMBER'
            when side = 'AGENT' and not is_association_member  then 'AGENT_NON_MEMBER' end as association,
       case when side = 'ISSUER' then respondent_id end                        as issuer_id,
       case when side = 'AGENT' then respondent_id end                         as agent_id,
       case when state in ('ACCEPTED', 'LATE') then 1 else 0 end               as numerator,
       1                                                                       as denominator,
       case when side = 'ISSUER' and state in ('ACCEPTED', 'LATE') then 1 else 0 end as issuer_contributes,
       case when side = 'AGENT' and state in ('ACCEPTED', 'LATE') then 1 else 0 end  as agent_contributes
from   gold.response_status
where  is_in_frame
