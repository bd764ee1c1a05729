package jp.renkei.webapi.roadmap;

import static jp.renkei.warehouse.jooq.silver.tables.MilestoneRevision.MILESTONE_REVISION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.reports.figure.Milestone;
import jp.renkei.reports.figure.Milestones;
import jp.renkei.reports.register.Register;
import jp.renkei.webapi.frame.PageRequest;
import org.jooq.DSLContext;

/** Milestones with their history, on one time axis for the page. */
public final class MilestoneViews {
  private MilestoneViews() {}

  public static List<MilestoneView> all(PageRequest request, DSLContext queries) {
    return views(request, queries, Milestones.all(queries));
  }

  public static List<MilestoneView> ofIssuer(
      PageRequest request, DSLContext queries, String issuerId) {
    return views(request, queries, Milestones.ofIssuer(queries, issuerId));
  }

  private static List<MilestoneView> views(
      PageRequest request, DSLContext queries, List<Milestone> milestones) {
    LocalDate asOf = request.shown().asOf();
    boolean isJapanese = request.frame().isJapanese();
    var names = new TreeMap<>(Register.agentNames(queries, isJapanese));
    Register.issuers(queries, asOf).forEach((id, one) -> names.put(id, one.name(isJapanese)));
    var histories =
        request.holds("silver.milestone_revision")
            ? histories(queries, names)
            : Map.<String, List<MilestoneView.Statement>>of();
    var axis =
        TimeBar.Axis.over(
            Stream.concat(Stream.of(asOf), milestones.stream().flatMap(MilestoneViews::dates)));
    return milestones.stream()
        .map(
            one ->
                new MilestoneView(
                    one,
                    one.issuerId().map(names::get),
                    one.owner().map(owner -> names.getOrDefault(owner, owner)),
                    histories.getOrDefault(one.id(), List.of()),
                    axis.flatMap(line -> bar(line, one, asOf))))
        .toList();
  }

  private static Optional<TimeBar> bar(TimeBar.Axis axis, Milestone milestone, LocalDate asOf) {
    return TimeBar.of(
        axis,
        milestone.baselineStart(),
        milestone.baselineEnd(),
        milestone.actualEnd(),
        milestone.forecastEnd(),
        milestone.isCancelled(),
        asOf);
  }

  private static Stream<LocalDate> dates(Milestone milestone) {
    return Stream.of(
            milestone.baselineStart(),
            milestone.baselineEnd(),
            milestone.forecastEnd(),
            milestone.actualEnd())
        .flatMap(Optional::stream);
  }

  private static Map<String, List<MilestoneView.Statement>> histories(
      DSLContext queries, Map<String, String> names) {
    var histories = new TreeMap<String, List<MilestoneView.Statement>>();
    queries
        .selectFrom(MILESTONE_REVISION)
        .orderBy(MILESTONE_REVISION.MILESTONE_ID, MILESTONE_REVISION.REVISION)
        .forEach(
            row ->
                histories
                    .computeIfAbsent(row.getMilestoneId(), id -> new ArrayList<>())
                    .add(
                        new MilestoneView.Statement(
                            Objects.requireNonNullElse(row.getRevision(), 1L),
                            Optional.ofNullable(row.getStatedOn()),
                            Optional.ofNullable(row.getStatedBy())
                                .map(one -> names.getOrDefault(one, one)),
                            Optional.ofNullable(row.getForecastEnd()),
                            Optional.ofNullable(row.getActualEnd()),
                            Objects.requireNonNullElse(row.getStatus(), ""),
                            Optional.ofNullable(row.getReason()))));
    return histories;
  }
}
