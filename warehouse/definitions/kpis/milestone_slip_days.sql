/* ---
kpi_id: milestone_slip_days
definition_version: 1
kind: mean
title: {ja: 工程表の遅れ（平均）, en: Mean slip of milestones}
definition: {ja: 期限が到来したか終わったマイルストーンの、当初の期限からの遅れの平均日数, en: "Mean days after the baseline end over milestones that are due or ended, early ones counted as zero"}
formula: 遅れの日数の合計 / マイルストーン数（中止を除く）
unit: days
better: down
stage: OUTPUT
basis: ROADMAP
period: AS_OF
levels: [ALL, ISSUER]
slices: [measure]
reads: [gold.milestone]
source: 工程表
--- */
select measure_id                                                                as measure,
       issuer_id,
       coalesce(sum(case when slip_days > 0 then slip_days else 0 end), 0)       as numerator,
       count(slip_days)                                                          as denominator
from   gold.milestone
group  by measure_id, issuer_id
