package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.Tables.ADOPTION;
import static jp.renkei.warehouse.jooq.gold.Tables.KPI_DEFINITION;
import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;
import static jp.renkei.warehouse.jooq.gold.Tables.MILESTONE;
import static jp.renkei.warehouse.jooq.silver.Tables.ISSUER;
import static jp.renkei.warehouse.jooq.silver.Tables.SURVEY_ROUND;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiDefinitionRecord;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.jooq.gold.tables.records.MilestoneRecord;
import jp.renkei.warehouse.release.ReleaseReader;
import org.jooq.Condition;

/** Reads the figures of one audience's file. What the audience must not see isn't in the file. */
public final class ReleaseFigures {
  private static final String NOW = "NOW";

  private final ReleaseReader reader;

  public ReleaseFigures(ReleaseReader reader) {
    this.reader = reader;
  }

  /** The newest version of every KPI's definition, by stage and then by id. */
  public List<KpiDefinition> definitions() {
    var newest = new LinkedHashMap<String, KpiDefinition>();
    allDefinitions().forEach(one -> newest.put(one.kpiId(), one));
    return List.copyOf(newest.values());
  }

  /** Every version of every KPI's definition, by stage, id and version. */
  public List<KpiDefinition> allDefinitions() {
    var stages = CodeLabels.codes("stage");
    return reader
        .read(queries -> queries.selectFrom(KPI_DEFINITION).fetch(ReleaseFigures::definition))
        .stream()
        .sorted(
            Comparator.comparingInt(
                    (KpiDefinition one) -> Math.floorMod(stages.indexOf(one.stage()), 99))
                .thenComparing(KpiDefinition::kpiId)
                .thenComparingLong(KpiDefinition::version))
        .toList();
  }

  public Optional<KpiDefinition> definition(String kpiId) {
    return definitions().stream().filter(one -> one.kpiId().equals(kpiId)).findFirst();
  }

  /** A KPI of the whole industry, without slices, oldest period first. */
  public List<KpiFigure> industry(String kpiId) {
    return figures(kpiId, "ALL", KPI_VALUE.SLICE.isNull());
  }

  /** A KPI of the whole industry by the values of a slice, oldest period first. */
  public List<KpiFigure> industry(String kpiId, String slice) {
    return figures(kpiId, "ALL", KPI_VALUE.SLICE.eq(slice));
  }

  /** A KPI issuer by issuer in the newest period that has any, ordered by issuer. */
  public List<KpiFigure> newestByIssuer(String kpiId) {
    var all = figures(kpiId, "ISSUER", KPI_VALUE.SLICE.isNull());
    var types = all.stream().map(KpiFigure::periodType).collect(Collectors.toSet());
    String type = types.contains("POINT") ? "POINT" : "MONTH";
    var newest =
        all.stream()
            .filter(one -> one.periodType().equals(type))
            .map(KpiFigure::periodStart)
            .max(Comparator.naturalOrder());
    return all.stream()
        .filter(one -> one.periodType().equals(type))
        .filter(one -> Optional.of(one.periodStart()).equals(newest))
        .sorted(Comparator.comparing(one -> one.issuerId().orElse("")))
        .toList();
  }

  /** Issuer to its newest name, ordered by issuer. */
  public Map<String, String> issuerNames() {
    var names = new TreeMap<String, String>();
    reader
        .read(
            queries ->
                queries
                    .select(ISSUER.ISSUER_ID, ISSUER.NAME_JA)
                    .from(ISSUER)
                    .orderBy(ISSUER.ISSUER_ID, ISSUER.VALID_FROM.asc().nullsFirst())
                    .fetch())
        .forEach(row -> names.put(row.value1(), row.value2()));
    return Collections.unmodifiableMap(names);
  }

  /** Whether the figures are those of the fictitious sample world, whose issuers say so by name. */
  public boolean isFictitious() {
    return issuerNames().values().stream()
        .filter(Objects::nonNull)
        .anyMatch(name -> name.contains("架空"));
  }

  /** Survey rounds to their reference dates, oldest first. */
  public Map<String, LocalDate> rounds() {
    var rounds = new LinkedHashMap<String, LocalDate>();
    reader
        .read(
            queries ->
                queries
                    .select(SURVEY_ROUND.ROUND_ID, SURVEY_ROUND.REFERENCE_DATE)
                    .from(SURVEY_ROUND)
                    .orderBy(SURVEY_ROUND.REFERENCE_DATE, SURVEY_ROUND.ROUND_ID)
                    .fetch())
        .forEach(row -> rounds.put(row.value1(), row.value2()));
    return Collections.unmodifiableMap(rounds);
  }

  /**
   * Issuer to its adoption statuses in a round: the distinct ones of its product lines, in the
   * order of the code list; empty where nothing was reported.
   */
  public Map<String, List<String>> adoption(String roundId) {
    var order = CodeLabels.codes("adoption_status");
    var found = new TreeMap<String, TreeSet<String>>();
    reader
        .read(
            queries ->
                queries
                    .select(ADOPTION.ISSUER_ID, ADOPTION.ADOPTION_STATUS)
                    .from(ADOPTION)
                    .where(ADOPTION.ROUND_ID.eq(roundId))
                    .fetch())
        .forEach(
            row -> {
              var statuses =
                  found.computeIfAbsent(
                      row.value1(),
                      issuer -> new TreeSet<>(Comparator.comparingInt(order::indexOf)));
              Optional.ofNullable(row.value2()).ifPresent(statuses::add);
            });
    var adoption = new TreeMap<String, List<String>>();
    found.forEach((issuer, statuses) -> adoption.put(issuer, List.copyOf(statuses)));
    return Collections.unmodifiableMap(adoption);
  }

  /** All milestones, by measure and baseline end. */
  public List<MilestoneFigure> milestones() {
    return reader.read(
        queries ->
            queries
                .selectFrom(MILESTONE)
                .orderBy(
                    MILESTONE.MEASURE_ID,
                    MILESTONE.BASELINE_END.asc().nullsLast(),
                    MILESTONE.MILESTONE_ID)
                .fetch(ReleaseFigures::milestone));
  }

  private List<KpiFigure> figures(String kpiId, String level, Condition slice) {
    var all =
        reader.read(
            queries ->
                queries
                    .selectFrom(KPI_VALUE)
                    .where(KPI_VALUE.KPI_ID.eq(kpiId))
                    .and(KPI_VALUE.ENTITY_LEVEL.eq(level))
                    .and(slice)
                    .orderBy(
                        KPI_VALUE.PERIOD_START,
                        KPI_VALUE.PERIOD_END,
                        KPI_VALUE.ISSUER_ID,
                        KPI_VALUE.SLICE_VALUE,
                        KPI_VALUE.DEFINITION_VERSION,
                        KPI_VALUE.BASIS,
                        KPI_VALUE.COMPARABILITY_GROUP,
                        KPI_VALUE.ISSUER_BASIS)
                    .fetch(ReleaseFigures::figure));
    // A meeting sees issuers as they were in the period, unless there is nothing but today's view.
    boolean hasThen = all.stream().anyMatch(one -> !one.line().issuerBasis().equals(NOW));
    return all.stream().filter(one -> !hasThen || !one.line().issuerBasis().equals(NOW)).toList();
  }

  private static KpiFigure figure(KpiValueRecord row) {
    return new KpiFigure(
        row.getKpiId(),
        row.getDefinitionVersion(),
        Optional.ofNullable(row.getIssuerId()),
        Optional.ofNullable(row.getSliceValue()),
        row.getPeriodType(),
        row.getPeriodStart(),
        row.getPeriodEnd(),
        whole(row.getNumerator()),
        whole(row.getDenominator()),
        decimal(row.getValue()),
        decimal(row.getValueLow()),
        decimal(row.getValueHigh()),
        row.getValueState(),
        Optional.ofNullable(row.getStatus()),
        new KpiFigure.Line(
            row.getDefinitionVersion(),
            text(row.getBasis()),
            text(row.getComparabilityGroup()),
            text(row.getIssuerBasis())));
  }

  private static KpiDefinition definition(KpiDefinitionRecord row) {
    return new KpiDefinition(
        row.getKpiId(),
        row.getDefinitionVersion(),
        text(row.getTitleJa()),
        text(row.getDefinitionJa()),
        text(row.getFormula()),
        text(row.getUnit()),
        text(row.getBetter()),
        text(row.getStage()),
        text(row.getSource()));
  }

  private static MilestoneFigure milestone(MilestoneRecord row) {
    return new MilestoneFigure(
        row.getMilestoneId(),
        text(row.getMeasureId()),
        text(row.getMeasureJa()),
        Optional.ofNullable(row.getIssuerId()),
        text(row.getTitleJa()),
        Optional.ofNullable(row.getOwner()),
        Optional.ofNullable(row.getBaselineEnd()),
        Optional.ofNullable(row.getForecastEnd()),
        Optional.ofNullable(row.getActualEnd()),
        text(row.getStatus()),
        whole(row.getSlipDays()),
        whole(row.getRevisions()).orElse(0),
        Optional.ofNullable(row.getReason()));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static OptionalLong whole(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalDouble decimal(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
