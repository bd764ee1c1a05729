package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiDefinition.KPI_DEFINITION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiDefinitionRecord;
import org.jooq.DSLContext;

/**
 * All KPI definitions of a release: by stage, in the order of the code list, then by id, the newest
 * version first. A stage that the list does not name comes last.
 */
public record KpiDefinitions(List<KpiDefinition> all) {
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

  /** The newest version of every KPI. */
  public List<KpiDefinition> newest() {
    var seen = new HashSet<String>();
    return all.stream().filter(one -> seen.add(one.kpiId())).toList();
  }

  private static int stageOrder(KpiDefinition definition) {
    var stages = CodeLabels.codes("stage");
    int order = stages.indexOf(definition.stage());
    return order < 0 ? stages.size() : order;
  }

  private static KpiDefinition definition(KpiDefinitionRecord row) {
    long version = Objects.requireNonNullElse(row.getDefinitionVersion(), 1L);
    return new KpiDefinition(
        row.getKpiId(),
        version,
        Optional.ofNullable(row.getValidFrom()),
        titled(Objects.requireNonNullElse(row.getTitleJa(), row.getKpiId()), version, true),
        titled(Objects.requireNonNullElse(row.getTitleEn(), row.getKpiId()), version, false),
        Objects.requireNonNullElse(row.getDefinitionJa(), ""),
        Objects.requireNonNullElse(row.getDefinitionEn(), ""),
        Objects.requireNonNullElse(row.getFormula(), ""),
        Objects.requireNonNullElse(row.getUnit(), ""),
        Objects.requireNonNullElse(row.getBetter(), "none"),
        Objects.requireNonNullElse(row.getStage(), "REFERENCE"),
        Objects.requireNonNullElse(row.getSource(), ""));
  }

  /** A later version is named wherever its title stands, so that nobody takes it for the first. */
  public static String titled(String title, long version, boolean isJapanese) {
    String form = isJapanese ? "［定義第%d版］" : " [definition version %d]";
    return version > 1 ? title + form.formatted(version) : title;
  }
}
