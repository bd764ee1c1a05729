/* One row per round and issuer of the frame. */
with line as (
  select round_id, issuer_id,
         coalesce(max(adoption_status = 'LIVE'), false)                         as is_live,
         count(*) = count(adoption_status)                                      as is_known,
         coalesce(max(adoption_status = 'PLANNED'), false)                      as is_planned,
         coalesce(max(adoption_status = 'UNDER_STUDY'), false)                  as is_under_study,
         coalesce(max(adoption_status = 'NOT_PLANNED'), false)                  as is_not_planned
  from   gold.adoption
  group  by round_id, issuer_id
)
select f.round_id, f.respondent_id as issuer_id,
       case when l.is_live then 'LIVE'
            when f.state not in ('ACCEPTED', 'LATE') then 'SILENT'
            when l.is_known is null or not l.is_known then 'UNKNOWN'
            when l.is_planned then 'PLANNED'
            when l.is_under_study then 'UNDER_STUDY'
            when l.is_not_planned then 'NOT_PLANNED'
            else 'DISCONTINUED' end                                             as adoption_status,
       f.size_band, f.is_association_member
from   gold.response_status f
       left join line l on l.round_id = f.round_id and l.issuer_id = f.respondent_id
where  f.side = 'ISSUER' and f.is_in_frame
