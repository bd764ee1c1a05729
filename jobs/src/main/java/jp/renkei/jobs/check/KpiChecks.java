package jp.renkei.jobs.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiBasis;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiPeriod;

/**
 * Every KPI once more from its definition: {@code notebooks-sql/checks/kpi_<kpi_id>.sql} counts it
 * from silver, by SQL that owes nothing to the KPI's own, and gives the figures of gold.kpi_value
 * that it does not come to.
 */
final class KpiChecks {
  private static final Pattern ACCESS = Pattern.compile("\\bsilver\\.access\\b");
  private static final int MOST_DIFFERENCES = 100;

  /** What every check, and the figure it is compared with, says of nothing counted. */
  private static final String EMPTY =
      "{numerator=0, denominator=0, value=null, low=null, high=null}";

  private static final List<String> KEY =
      List.of(
          "entity_level",
          "issuer_id",
          "agent_id",
          "slice",
          "slice_value",
          "period_type",
          "period_start",
          "basis");

  private final SqlEngine tables;
  private final SqlEngine logs;
  private final Optional<? extends Set<LocalDate>> months;
  private final LocalDate asOf;

  /**
   * @param tables every table, whole
   * @param logs every table too, silver.access with its rows of the months only
   * @param months the months of which the logs changed; none where they are whole
   * @param asOf no figure is made of periods that end in a later month
   */
  KpiChecks(
      SqlEngine tables, SqlEngine logs, Optional<? extends Set<LocalDate>> months, LocalDate asOf) {
    this.tables = tables;
    this.logs = logs;
    this.months = months;
    this.asOf = asOf;
  }

  /** The disagreements, at most 100 of a KPI, in the order of the KPIs. */
  List<Difference> run(List<KpiDefinition> kpis) {
    // Small queries spend their time in planning, so that two at a time keep two cores busy.
    Set<Object> withLogs = months.isPresent() ? issuersWithLogs() : Set.of();
    List<List<Difference>> perKpi =
        kpis.stream().parallel().map(kpi -> run(kpi, withLogs)).toList();
    return perKpi.stream().flatMap(List::stream).toList();
  }

  private List<Difference> run(KpiDefinition kpi, Set<Object> withLogs) {
    String sql = sql(kpi);
    boolean isOfMonths =
        months.isPresent() && kpi.period() == KpiPeriod.MONTH && ACCESS.matcher(sql).find();
    return (isOfMonths ? logs : tables)
        .select(sql).stream()
            .filter(row -> !isOfLaterMonth(row))
            .filter(
                row ->
                    !isOfMonths || (isOfCheckedMonth(row) && !isOfOtherMonthsLogs(row, withLogs)))
            .limit(MOST_DIFFERENCES)
            .map(row -> difference(kpi, row))
            .toList();
  }

  /** Lines of a wrong clock; what the run made of such a month none the less is a difference. */
  private boolean isOfLaterMonth(Map<String, Object> row) {
    int further =
        switch ((String) row.get("period_type")) {
          case "QUARTER_FY" -> 2;
          case "FY" -> 11;
          default -> 0;
        };
    return row.get("found") == null
        && !"POINT".equals(row.get("period_type"))
        && ((LocalDate) row.get("period_start")).plusMonths(further).isAfter(asOf);
  }

  /** A quarter or year of logs cannot be counted from some of its months. */
  private boolean isOfCheckedMonth(Map<String, Object> row) {
    return !KpiBasis.GATEWAY_LOG.name().equals(row.get("basis"))
        || ("MONTH".equals(row.get("period_type"))
            && months.orElseThrow().contains((LocalDate) row.get("period_start")));
  }

  /**
   * An issuer has an empty figure of each month of which anyone has logs. Where its own are of
   * other months only, the lines of the months do not tell that there is such an issuer.
   */
  private boolean isOfOtherMonthsLogs(Map<String, Object> row, Set<Object> withLogs) {
    return row.get("expected") == null
        && EMPTY.equals(text(row.get("found")))
        && withLogs.contains(row.get("issuer_id"));
  }

  private Set<Object> issuersWithLogs() {
    return tables.select("select distinct issuer_id from gold.access_daily").stream()
        .map(row -> row.get("issuer_id"))
        .collect(Collectors.toSet());
  }

  private static Difference difference(KpiDefinition kpi, Map<String, Object> row) {
    return new Difference(
        "gold.kpi_value by " + file(kpi),
        Stream.concat(Stream.of(kpi.id()), KEY.stream().map(row::get))
            .filter(part -> part != null && !"".equals(part))
            .map(Object::toString)
            .collect(Collectors.joining(" ")),
        text(row.get("found")),
        text(row.get("expected")));
  }

  private static String text(Object figure) {
    return figure == null ? "-" : figure.toString();
  }

  /** The file of a KPI's check; a later version of a definition has a check of its own. */
  static String file(KpiDefinition kpi) {
    return "kpi_" + kpi.fileName();
  }

  /**
   * The check of a KPI.
   *
   * @throws IllegalStateException when it has none
   */
  static String sql(KpiDefinition kpi) {
    try (InputStream stream = KpiChecks.class.getResourceAsStream("/checks/" + file(kpi))) {
      if (stream == null) {
        throw new IllegalStateException(
            "Cannot check %s version %d: there is no notebooks-sql/checks/%s. Write it from KPI.md's definition, not from the KPI's SQL."
                .formatted(kpi.id(), kpi.version(), file(kpi)));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
