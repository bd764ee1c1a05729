-- Table 1 once more: every issuer that stands in either round, looked up in both; the chosen ones a second time.
with turn as (
  select r.round_id, r.reference_date,
         (select arg_max(p.round_id, (p.reference_date, p.round_id)) from silver.survey_round p
          where (p.reference_date, p.round_id) < (r.reference_date, r.round_id)) as previous_round_id
  from   silver.survey_round r
),
counted as (
  select distinct t.round_id, null::varchar as issuer_group, s.issuer_id
  from   turn t join gold.issuer_adoption s on s.round_id in (t.round_id, t.previous_round_id)
  union all
  select round_id, label_ja, issuer_id from silver.chosen_issuer
)
select t.round_id, t.previous_round_id, c.issuer_group,
       if(t.previous_round_id is null, null, coalesce(b.adoption_status, 'NOT_IN_FRAME')) as from_status,
       coalesce(n.adoption_status, 'NOT_IN_FRAME')                                        as to_status,
       count(*)                                                                           as issuers
from   counted c
       join turn t on t.round_id = c.round_id
       left join gold.issuer_adoption b on b.round_id = t.previous_round_id and b.issuer_id = c.issuer_id
       left join gold.issuer_adoption n on n.round_id = t.round_id and n.issuer_id = c.issuer_id
group  by all
