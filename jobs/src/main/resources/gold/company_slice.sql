/* One row per company that the registers hold on the day, of each survey round and of each month of logs. */
with period as (
  select round_id, frame_id, reference_date as period_start, reference_date as day from silver.survey_round
  union all
  select cast(null as string), cast(null as string), month, last_day(month)
  from   (select month from gold.access_daily union select month from silver.summary_access_daily)
),
newest_frame as (
  select p.period_start, max_by(f.frame_id, struct(f.as_of, f.frame_id)) as frame_id
  from   period p join silver.population_frame f on f.as_of <= p.day
  where  p.round_id is null
  group  by p.period_start
),
company as (
  select issuer_id as company_id, 'ISSUER' as side, is_association_member, valid_from, valid_to from silver.issuer
  union all
  select agent_id, 'AGENT', is_association_member, valid_from, valid_to from silver.agent
),
/* Two editions of a company do not overlap, so that a day has one at most. */
held as (
  select p.round_id, p.frame_id, p.period_start, c.company_id, c.side, max(c.is_association_member) as is_member
  from   period p
         join company c on coalesce(c.valid_from, p.day) <= p.day and coalesce(c.valid_to, p.day) >= p.day
  group  by p.round_id, p.frame_id, p.period_start, c.company_id, c.side
)
select h.round_id, h.period_start, h.company_id, h.side,
       case when h.side = 'ISSUER' then coalesce(z.size_band, 'UNKNOWN') end     as size_band,
       case when h.is_member then concat(h.side, '_MEMBER')
            when not h.is_member then concat(h.side, '_NON_MEMBER') end          as association
from   held h
       left join newest_frame n on h.round_id is null and n.period_start = h.period_start
       left join silver.population_frame f
         on  f.frame_id = coalesce(h.frame_id, n.frame_id) and f.issuer_id = h.company_id and h.side = 'ISSUER'
       left join gold.size_band z
         on  f.cards_issued >= z.lowest_cards and f.cards_issued <= coalesce(z.highest_cards, f.cards_issued)
