package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Reads KPI figures, the oldest period first: by the issuers of the period and by the newest
 * version of the definition that the period has a figure by, unless it is said otherwise.
 */
public final class KpiFigures {
  private static final Comparator<KpiFigure> ORDER =
      Comparator.comparing(KpiFigure::periodEnd)
          .thenComparing(KpiFigure::periodStart)
          .thenComparing(KpiFigure::kpiId)
          .thenComparing(figure -> figure.issuerId().orElse(""))
          .thenComparing(figure -> figure.agentId().orElse(""))
          .thenComparing(figure -> figure.sliceValue().orElse(""))
          .thenComparing(KpiFigure::definitionVersion)
          .thenComparing(KpiFigure::basis)
          .thenComparing(KpiFigure::comparabilityGroup)
          .thenComparing(KpiFigure::issuerBasis);

  private KpiFigures() {}

  /** Of the whole industry, without slices. */
  public static List<KpiFigure> ofIndustry(DSLContext queries) {
    return read(queries, KPI_VALUE.ENTITY_LEVEL.eq("ALL").and(KPI_VALUE.SLICE.isNull()));
  }

  /** Of the whole industry, one KPI without slices. */
  public static List<KpiFigure> ofIndustry(DSLContext queries, String kpiId) {
    return read(
        queries,
        KPI_VALUE
            .KPI_ID
            .eq(kpiId)
            .and(KPI_VALUE.ENTITY_LEVEL.eq("ALL"))
            .and(KPI_VALUE.SLICE.isNull()));
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

  /**
   * Of one issuer itself, slices included.
   *
   * @param issuerBasis whether its predecessors' history is part of it
   */
  public static List<KpiFigure> ofIssuer(
      DSLContext queries, String issuerId, IssuerBasis issuerBasis) {
    return read(
        queries,
        KPI_VALUE.ENTITY_LEVEL.eq("ISSUER").and(KPI_VALUE.ISSUER_ID.eq(issuerId)),
        issuerBasis);
  }

  /** Of the whole industry, one KPI with every slice it has. */
  public static List<KpiFigure> ofIndustryWithSlices(DSLContext queries, String kpiId) {
    return read(queries, KPI_VALUE.KPI_ID.eq(kpiId).and(KPI_VALUE.ENTITY_LEVEL.eq("ALL")));
  }

  /**
   * Of one company itself, slices included: its figures as issuer or agent, and those of its pairs,
   * as far as the file has them. What of them it may see is decided when its file is made.
   */
  public static List<KpiFigure> ofRespondent(DSLContext queries, String respondentId) {
    var isIssuer = KPI_VALUE.ISSUER_ID.eq(respondentId);
    var isAgent = KPI_VALUE.AGENT_ID.eq(respondentId);
    return read(
        queries,
        KPI_VALUE
            .ENTITY_LEVEL
            .eq("ISSUER")
            .and(isIssuer)
            .or(KPI_VALUE.ENTITY_LEVEL.eq("AGENT").and(isAgent))
            .or(KPI_VALUE.ENTITY_LEVEL.eq("PAIR").and(isIssuer.or(isAgent))));
  }

  /** Of every issuer that the file names, for some KPIs. */
  public static List<KpiFigure> ofIssuers(DSLContext queries, List<String> kpiIds) {
    return read(queries, KPI_VALUE.ENTITY_LEVEL.eq("ISSUER").and(KPI_VALUE.KPI_ID.in(kpiIds)));
  }

  /** Of every company and pair that the file names, for some KPIs, slices included. */
  static List<KpiFigure> ofCompanies(DSLContext queries, List<String> kpiIds) {
    return read(queries, KPI_VALUE.ENTITY_LEVEL.ne("ALL").and(KPI_VALUE.KPI_ID.in(kpiIds)));
  }

  /** The months that issuers state figures of, issuer by issuer; months without a value not. */
  public static List<KpiFigure> stated(DSLContext queries) {
    return read(
            queries,
            KPI_VALUE.ENTITY_LEVEL.eq("ISSUER").and(KPI_VALUE.BASIS.eq(KpiFigure.CDR_METRICS)))
        .stream()
        .filter(one -> one.periodType().equals(KpiFigure.MONTH) && one.value().isPresent())
        .sorted(
            Comparator.comparing((KpiFigure one) -> one.issuerId().orElseThrow())
                .thenComparing(KpiFigure::periodStart)
                .thenComparing(KpiFigure::kpiId))
        .toList();
  }

  /** The rounds' figures where there are any, else the months'. */
  public static List<KpiFigure> ofShortestPeriods(List<KpiFigure> figures) {
    boolean hasPoints = figures.stream().anyMatch(KpiFigure::isPoint);
    String type = hasPoints ? KpiFigure.POINT : KpiFigure.MONTH;
    return figures.stream().filter(one -> one.periodType().equals(type)).toList();
  }

  /**
   * Every row that a condition on gold.kpi_value holds for: of every version of the definition, and
   * by the issuers of then as by today's.
   */
  public static List<KpiFigure> matching(DSLContext queries, Condition condition) {
    return queries.selectFrom(KPI_VALUE).where(condition).fetch(KpiFigure::of).stream()
        .sorted(ORDER)
        .toList();
  }

  private static List<KpiFigure> read(DSLContext queries, Condition condition) {
    return read(queries, condition, IssuerBasis.THEN);
  }

  /** One figure of each period: by the newest version of the definition that has one. */
  private static List<KpiFigure> read(
      DSLContext queries, Condition condition, IssuerBasis issuerBasis) {
    var newest = new HashMap<KpiFigure.Id, KpiFigure>();
    for (var figure : matching(queries, condition)) {
      if (issuerBasis == IssuerBasis.NOW || !figure.isByTodaysIssuers()) {
        newest.merge(figure.id().ofFirstVersion(), figure, KpiFigures::preferred);
      }
    }
    return newest.values().stream().sorted(ORDER).toList();
  }

  private static KpiFigure preferred(KpiFigure one, KpiFigure other) {
    return Stream.of(one, other)
        .max(
            Comparator.comparing(KpiFigure::isByTodaysIssuers)
                .thenComparing(KpiFigure::definitionVersion))
        .orElseThrow();
  }
}
