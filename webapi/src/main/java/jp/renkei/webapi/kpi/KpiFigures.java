package jp.renkei.webapi.kpi;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads KPI figures, the oldest period first. */
public final class KpiFigures {
  private KpiFigures() {}

  /** Of the whole industry, without slices. */
  public static List<KpiFigure> ofIndustry(DSLContext queries) {
    return read(queries, KPI_VALUE.ENTITY_LEVEL.eq("ALL").and(KPI_VALUE.SLICE.isNull()));
  }

  /** Of the whole industry, one KPI by the values of a slice. */
  public static List<KpiFigure> ofIndustry(DSLContext queries, String kpiId, String slice) {
    return read(
        queries,
        KPI_VALUE
            .KPI_ID
            .eq(kpiId)
            .and(KPI_VALUE.ENTITY_LEVEL.eq("ALL"))
            .and(KPI_VALUE.SLICE.eq(slice)));
  }

  /** Of one issuer itself, slices included. */
  public static List<KpiFigure> ofIssuer(DSLContext queries, String issuerId) {
    return read(queries, KPI_VALUE.ENTITY_LEVEL.eq("ISSUER").and(KPI_VALUE.ISSUER_ID.eq(issuerId)));
  }

  /** Of every issuer that the file names, for some KPIs. */
  public static List<KpiFigure> ofIssuers(DSLContext queries, List<String> kpiIds) {
    return read(queries, KPI_VALUE.ENTITY_LEVEL.eq("ISSUER").and(KPI_VALUE.KPI_ID.in(kpiIds)));
  }

  /** Where a period was measured with the issuers of then and with those of now, then counts. */
  private static List<KpiFigure> read(DSLContext queries, Condition condition) {
    var figures = new LinkedHashMap<KpiFigure.Key, KpiFigure>();
    queries
        .selectFrom(KPI_VALUE)
        .where(condition)
        .fetch()
        .map(KpiFigure::of)
        .forEach(
            figure ->
                figures.merge(
                    figure.key(),
                    figure,
                    (one, other) -> one.issuerBasis().equals("NOW") ? other : one));
    return figures.values().stream()
        .sorted(
            Comparator.comparing(KpiFigure::periodEnd)
                .thenComparing(KpiFigure::kpiId)
                .thenComparing(figure -> figure.sliceValue().orElse("")))
        .toList();
  }
}
