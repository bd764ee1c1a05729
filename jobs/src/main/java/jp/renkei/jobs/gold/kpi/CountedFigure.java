package jp.renkei.jobs.gold.kpi;

import java.util.List;
import java.util.Set;
import jp.renkei.warehouse.kpi.KpiDefinition;

/**
 * A KPI value with what it is added up from.
 *
 * @param named the companies that it names; in one by today's issuers also those that the issuer
 *     was before
 * @param parts the same objects in every figure that they count in; none for a KPI whose rows do
 *     not add up
 */
public record CountedFigure(
    KpiDefinition kpi, KpiValue value, Set<String> named, List<CountedPart> parts) {
  public CountedFigure {
    named = Set.copyOf(named);
    parts = List.copyOf(parts);
  }
}
