package jp.renkei.jobs.release.disclosure;

import static jp.renkei.warehouse.table.DuckDbTables.literal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Rows of figures that the secretariat keeps, whoever consents, since they and others count the
 * same by two definitions: one less the other would tell of those between them. Kept are the rows
 * of an older version of a definition for periods that a newer one holds for, figures beside a KPI
 * that {@link DisclosureRules#keptSupplements} names, and slices by {@link
 * DisclosureRules#keptSlices}.
 */
public final class KeptFigures {
  private static final List<TableName> BY_VERSION =
      List.of(KpiFigures.KPI_VALUE, SupplementFigures.KPI_SUPPLEMENT);

  private final List<KpiDefinition> newer;
  private final DisclosureRules rules;

  /** By the rules and definitions of KPIs. */
  public KeptFigures(KpiCatalog catalog, DisclosureRules rules) {
    this.newer = catalog.all().stream().filter(kpi -> kpi.version() > 1).toList();
    this.rules = rules;
  }

  /** Whether a newer version of the definition holds for the period. */
  boolean isOutdated(String kpiId, long version, LocalDate periodStart) {
    return newer.stream()
        .anyMatch(
            kpi ->
                kpi.id().equals(kpiId)
                    && kpi.version() > version
                    && !periodStart.isBefore(kpi.validFrom().orElseThrow()));
  }

  /** Whether a row beside a KPI is kept for what it counts. */
  boolean isKeptSupplement(String figure) {
    return rules.keptSupplements().contains(figure);
  }

  /** Whether rows of the slice are kept. */
  boolean isKeptSlice(String kpiId, String slice) {
    var kept = rules.keptSlices();
    return kept.slices().contains(slice) && !kept.butOf().contains(kpiId);
  }

  /** SQL conditions of the table's rows that others than the secretariat may have. */
  public List<String> given(TableDefinition table) {
    var conditions = new ArrayList<String>();
    if (BY_VERSION.contains(table.name())) {
      for (var kpi : newer) {
        conditions.add(
            "(kpi_id <> %s or definition_version >= %d or period_start < date %s)"
                .formatted(
                    literal(kpi.id()),
                    kpi.version(),
                    literal(kpi.validFrom().orElseThrow().toString())));
      }
    }
    if (table.name().equals(KpiFigures.KPI_VALUE)) {
      conditions.add(
          "(coalesce(slice, '') not in (%s) or kpi_id in (%s))"
              .formatted(
                  literals(rules.keptSlices().slices()), literals(rules.keptSlices().butOf())));
    }
    if (table.name().equals(SupplementFigures.KPI_SUPPLEMENT)) {
      for (String figure : rules.keptSupplements()) {
        conditions.add("figure <> " + literal(figure));
      }
    }
    return conditions;
  }

  private static String literals(Collection<String> texts) {
    return texts.stream().map(DuckDbTables::literal).collect(Collectors.joining(", "));
  }
}
