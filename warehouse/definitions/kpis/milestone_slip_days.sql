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
supplements:
  - figure: median_slip_days
    unit: days
    title: {ja: 遅れの中央値, en: Median slip}
    definition: {ja: 平均と同じマイルストーンの、当初の期限からの遅れの中央値。前倒しは0日, en: "Median over the same milestones as the mean, early ones counted as zero"}
  - figure: early
    unit: milestones
    title: {ja: 前倒し, en: Early}
    definition: {ja: 当初の期限より前に終わったマイルストーンの数（中止を除く）, en: "Milestones that ended before their baseline end, cancelled ones left out"}
  - figure: open
    unit: milestones
    title: {ja: 未了, en: Open}
    definition: {ja: まだ終わっていないマイルストーンの数（中止を除く。期限前を含む）, en: "Milestones that have not ended, due or not, cancelled ones left out"}
  - figure: cancelled
    unit: milestones
    title: {ja: 中止, en: Cancelled}
    definition: {ja: 中止されたマイルストーンの数, en: Milestones that were cancelled}
--- */
select measure_id                                                                as measure,
       issuer_id,
       coalesce(sum(case when slip_days > 0 then slip_days else 0 end), 0)       as numerator,
       count(slip_days)                                                          as denominator
from   gold.milestone
group  by measure_id, issuer_id
