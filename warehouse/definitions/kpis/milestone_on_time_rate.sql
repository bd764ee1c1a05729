/* ---
kpi_id: milestone_on_time_rate
definition_version: 1
kind: ratio
title: {ja: 工程表の期限内達成率, en: Milestones reached on time}
definition: {ja: 期限が到来したマイルストーンのうち当初の期限までに終わったものの割合, en: Share of due milestones that ended by their baseline end}
formula: 期限内に終わった数 / 期限が到来した数（中止を除く）
unit: ratio
better: up
stage: OUTPUT
basis: ROADMAP
period: AS_OF
levels: [ALL]
slices: [measure]
reads: [gold.milestone]
source: 工程表
--- */
select measure_id                                            as measure,
       issuer_id,
       count(*) filter (where is_on_time)                    as numerator,
       count(*) filter (where is_due)                        as denominator
from   gold.milestone
group  by measure_id, issuer_id
