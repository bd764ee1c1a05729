package jp.renkei.webapi.kpi;

import static jp.renkei.warehouse.jooq.gold.tables.KpiDefinition.KPI_DEFINITION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiDefinitionRecord;
import org.jooq.DSLContext;

/** All KPI definitions of a release, by stage, then by title. */
public record KpiDefinitions(List<KpiDefinition> all) {
  /** The stages in the order of the logic model; those not named come last. */
  public static final List<String> STAGES =
      List.of(
          "OUTCOME_INITIAL",
          "OUTCOME_INTERMEDIATE",
          "OUTCOME_LONG_TERM",
          "OUTPUT",
          "QUALITY",
          "DATA_QUALITY",
          "REFERENCE");

  public KpiDefinitions {
    all = List.copyOf(all);
  }

  public static KpiDefinitions read(DSLContext queries) {
    var all = new ArrayList<KpiDefinition>();
    queries.selectFrom(KPI_DEFINITION).forEach(row -> all.add(definition(row)));
    all.sort(
        Comparator.comparingInt(KpiDefinitions::stageOrder)
            .thenComparing(KpiDefinition::kpiId)
            .thenComparing(KpiDefinition::version, Comparator.reverseOrder()));
    return new KpiDefinitions(all);
  }

  public Optional<KpiDefinition> find(String kpiId, long version) {
    return all.stream()
        .filter(one -> one.kpiId().equals(kpiId) && one.version() == version)
        .findFirst();
  }

  /** The newest version. */
  public Optional<KpiDefinition> newest(String kpiId) {
    return all.stream().filter(one -> one.kpiId().equals(kpiId)).findFirst();
  }

  private static int stageOrder(KpiDefinition definition) {
    int order = STAGES.indexOf(definition.stage());
    return order < 0 ? STAGES.size() : order;
  }

  private static KpiDefinition definition(KpiDefinitionRecord row) {
    return new KpiDefinition(
        row.getKpiId(),
        Objects.requireNonNullElse(row.getDefinitionVersion(), 1L),
        Optional.ofNullable(row.getValidFrom()),
        Objects.requireNonNullElse(row.getTitleJa(), row.getKpiId()),
        Objects.requireNonNullElse(row.getTitleEn(), row.getKpiId()),
        Objects.requireNonNullElse(row.getDefinitionJa(), ""),
        Objects.requireNonNullElse(row.getDefinitionEn(), ""),
        Objects.requireNonNullElse(row.getFormula(), ""),
        Objects.requireNonNullElse(row.getUnit(), ""),
        Objects.requireNonNullElse(row.getBetter(), "none"),
        Objects.requireNonNullElse(row.getStage(), "REFERENCE"),
        Objects.requireNonNullElse(row.getSource(), ""));
  }
}
