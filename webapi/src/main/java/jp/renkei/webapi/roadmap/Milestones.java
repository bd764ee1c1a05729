package jp.renkei.webapi.roadmap;

import static jp.renkei.warehouse.jooq.gold.tables.Milestone.MILESTONE;
import static jp.renkei.warehouse.jooq.silver.tables.MilestoneRevision.MILESTONE_REVISION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.warehouse.jooq.gold.tables.records.MilestoneRecord;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.register.Register;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads milestones with their history, by measure and baseline end. */
public final class Milestones {
  private Milestones() {}

  public static List<Milestone> all(PageRequest request, DSLContext queries) {
    return read(request, queries, DSL.noCondition());
  }

  public static List<Milestone> ofIssuer(PageRequest request, DSLContext queries, String issuerId) {
    return read(request, queries, MILESTONE.ISSUER_ID.eq(issuerId));
  }

  private static List<Milestone> read(
      PageRequest request, DSLContext queries, Condition condition) {
    LocalDate asOf = request.shown().asOf();
    var issuers = Register.issuers(queries, asOf);
    var rows =
        queries
            .selectFrom(MILESTONE)
            .where(condition)
            .orderBy(
                MILESTONE.MEASURE_ID,
                MILESTONE.BASELINE_END.asc().nullsLast(),
                MILESTONE.MILESTONE_ID)
            .fetch();
    var histories =
        request.holds("silver.milestone_revision")
            ? histories(queries)
            : Map.<String, List<Milestone.Statement>>of();
    var axis =
        TimeBar.Axis.over(Stream.concat(Stream.of(asOf), rows.stream().flatMap(Milestones::dates)));
    var milestones = new ArrayList<Milestone>();
    for (var row : rows) {
      var issuer = Optional.ofNullable(row.getIssuerId()).map(issuers::get);
      milestones.add(
          new Milestone(
              row.getMilestoneId(),
              Objects.requireNonNullElse(row.getMeasureId(), ""),
              Objects.requireNonNullElse(row.getMeasureJa(), ""),
              issuer.map(one -> one.name(request.frame().isJapanese())),
              Optional.ofNullable(row.getIssuerId()),
              Objects.requireNonNullElse(row.getTitleJa(), row.getMilestoneId()),
              Optional.ofNullable(row.getOwner()),
              Optional.ofNullable(row.getBaselineStart()),
              Optional.ofNullable(row.getBaselineEnd()),
              Optional.ofNullable(row.getForecastEnd()),
              Optional.ofNullable(row.getActualEnd()),
              Objects.requireNonNullElse(row.getStatus(), ""),
              row.getSlipDays() == null ? OptionalLong.empty() : OptionalLong.of(row.getSlipDays()),
              Objects.requireNonNullElse(row.getRevisions(), 0L),
              Optional.ofNullable(row.getReason()),
              histories.getOrDefault(row.getMilestoneId(), List.of()),
              axis.flatMap(line -> bar(line, row, asOf))));
    }
    return List.copyOf(milestones);
  }

  private static Optional<TimeBar> bar(TimeBar.Axis axis, MilestoneRecord row, LocalDate asOf) {
    return TimeBar.of(
        axis,
        Optional.ofNullable(row.getBaselineStart()),
        Optional.ofNullable(row.getBaselineEnd()),
        Optional.ofNullable(row.getActualEnd()),
        Optional.ofNullable(row.getForecastEnd()),
        Milestone.CANCELLED.equals(row.getStatus()),
        asOf);
  }

  private static Stream<LocalDate> dates(MilestoneRecord row) {
    return Stream.of(
            row.getBaselineStart(), row.getBaselineEnd(), row.getForecastEnd(), row.getActualEnd())
        .filter(Objects::nonNull);
  }

  private static Map<String, List<Milestone.Statement>> histories(DSLContext queries) {
    var histories = new TreeMap<String, List<Milestone.Statement>>();
    queries
        .selectFrom(MILESTONE_REVISION)
        .orderBy(MILESTONE_REVISION.MILESTONE_ID, MILESTONE_REVISION.REVISION)
        .forEach(
            row ->
                histories
                    .computeIfAbsent(row.getMilestoneId(), id -> new ArrayList<>())
                    .add(
                        new Milestone.Statement(
                            Objects.requireNonNullElse(row.getRevision(), 1L),
                            Optional.ofNullable(row.getStatedOn()),
                            Optional.ofNullable(row.getStatedBy()),
                            Optional.ofNullable(row.getForecastEnd()),
                            Optional.ofNullable(row.getActualEnd()),
                            Objects.requireNonNullElse(row.getStatus(), ""),
                            Optional.ofNullable(row.getReason()))));
    return histories;
  }
}
