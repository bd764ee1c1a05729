package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.Milestone.MILESTONE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.jooq.gold.tables.records.MilestoneRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads milestones by measure and baseline end. */
public final class Milestones {
  private Milestones() {}

  public static List<Milestone> all(DSLContext queries) {
    return read(queries, DSL.noCondition());
  }

  public static List<Milestone> ofIssuer(DSLContext queries, String issuerId) {
    return read(queries, MILESTONE.ISSUER_ID.eq(issuerId));
  }

  /** The ids of the measures to their names. */
  public static SortedMap<String, String> measures(List<Milestone> milestones) {
    var measures = new TreeMap<String, String>();
    milestones.forEach(one -> measures.putIfAbsent(one.measureId(), one.measure()));
    return measures;
  }

  private static List<Milestone> read(DSLContext queries, Condition condition) {
    return queries
        .selectFrom(MILESTONE)
        .where(condition)
        .orderBy(
            MILESTONE.MEASURE_ID, MILESTONE.BASELINE_END.asc().nullsLast(), MILESTONE.MILESTONE_ID)
        .fetch(Milestones::milestone);
  }

  private static Milestone milestone(MilestoneRecord row) {
    return new Milestone(
        row.getMilestoneId(),
        Objects.requireNonNullElse(row.getMeasureId(), ""),
        Objects.requireNonNullElse(row.getMeasureJa(), ""),
        Optional.ofNullable(row.getIssuerId()),
        Objects.requireNonNullElse(row.getTitleJa(), row.getMilestoneId()),
        Optional.ofNullable(row.getOwner()),
        Optional.ofNullable(row.getBaselineStart()),
        Optional.ofNullable(row.getBaselineEnd()),
        Optional.ofNullable(row.getForecastEnd()),
        Optional.ofNullable(row.getActualEnd()),
        Objects.requireNonNullElse(row.getStatus(), ""),
        Maybe.whole(row.getSlipDays()),
        Objects.requireNonNullElse(row.getRevisions(), 0L),
        Optional.ofNullable(row.getReason()));
  }
}
