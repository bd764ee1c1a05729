package jp.renkei.webapi.overview;

/**
 * A target of a KPI as a line of a table, in words.
 *
 * @param address of the KPI's chart, or of its definition where there is none
 * @param period of the newest figure
 * @param stateCode MET, MISSED, ...
 * @param explanation what was said to a miss or an overshoot, else what is asked; empty where
 *     neither
 * @param forecast when the present pace gets there, or why nothing can be said
 * @param interval the dates between which that is to be expected; empty without
 */
public record TargetRow(
    String title,
    String address,
    String kind,
    String date,
    String baseline,
    String baselineDate,
    String goal,
    String actual,
    String period,
    String status,
    String achievement,
    String state,
    String stateCode,
    String explanation,
    boolean needsExplanation,
    String forecast,
    String interval) {}
