-- gold.company_slice once more, in DuckDB: every company looks up, on the day itself, whether it is a member and how many cards it has.
with days as (
  select r.round_id, r.reference_date as period_start, r.reference_date as on_day, r.frame_id as frame from silver.survey_round r
  union all
  select null, m.month, last_day(m.month),
         (select arg_max(p.frame_id, (p.as_of, p.frame_id)) from silver.population_frame p where p.as_of <= last_day(m.month))
  from   (select distinct month from gold.access_daily union select distinct month from silver.summary_access_daily) m
),
registered as (
  select d.*, i.issuer_id as company_id, 'ISSUER' as side, bool_or(i.is_association_member) as joined
  from   days d, silver.issuer i
  where  d.on_day between coalesce(i.valid_from, date '0001-01-01') and coalesce(i.valid_to, date '9999-12-31')
  group  by all
  union all
  select d.*, a.agent_id, 'AGENT', bool_or(a.is_association_member)
  from   days d, silver.agent a
  where  d.on_day between coalesce(a.valid_from, date '0001-01-01') and coalesce(a.valid_to, date '9999-12-31')
  group  by all
)
select round_id, period_start, company_id, side,
       if(side = 'AGENT', null, coalesce(
         (select z.size_band from gold.size_band z, silver.population_frame f
          where  f.frame_id = frame and f.issuer_id = company_id
            and  f.cards_issued between z.lowest_cards and coalesce(z.highest_cards, 9223372036854775807)), 'UNKNOWN')) as size_band,
       side || case joined when true then '_MEMBER' when false then '_NON_MEMBER' end as association
from   registered
