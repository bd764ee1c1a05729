/* Question: which measures move, how often, and why? 工程表の後ろ倒し（基準との差と改訂の経緯）
   Reads gold.milestone and silver.milestone_revision. One row per milestone that slipped or was revised, with all forecasts told. */
select m.milestone_id,
       m.title_ja,
       m.owner,
       m.baseline_end,
       m.forecast_end,
       m.actual_end,
       m.status,
       m.slip_days,
       m.revisions,
       string_agg(strftime(r.stated_on, '%Y-%m-%d') || '→' || coalesce(strftime(r.forecast_end, '%Y-%m-%d'), '未定'), ' / '
                  order by r.stated_on)                                                            as forecasts_told,
       m.reason
from   gold.milestone m join silver.milestone_revision r using (milestone_id)
group  by all
having m.slip_days > 0 or m.revisions > 0
order  by m.slip_days desc nulls last, m.milestone_id
