package jp.renkei.reports.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.register.Register;
import jp.renkei.warehouse.evidence.EvidenceCatalog;
import jp.renkei.warehouse.kpi.Histogram;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiPeriod;
import jp.renkei.warehouse.kpi.KpiSlice;
import jp.renkei.warehouse.table.DuckDbTables;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The KPI's own SELECT, narrowed to the rows that one figure is counted from. Its columns are
 * always the same; those that the SELECT lacks are null.
 */
final class PartSql {
  private static final List<String> TEXTS =
      List.of("round_id", "issuer_id", "agent_id", "segment", "measure");
  private static final List<String> COUNTS = List.of("numerator", "denominator", "observed");
  private static final List<String> BOUNDS =
      List.of("low_numerator", "low_denominator", "high_numerator", "high_denominator");
  private static final String DAILY = "access_daily";

  private final DSLContext queries;
  private final KpiDefinition kpi;
  private final KpiFigure figure;
  private final String roundId;
  private final List<String> issuers;

  PartSql(DSLContext queries, KpiDefinition kpi, KpiFigure figure, String roundId) {
    this.queries = queries;
    this.kpi = kpi;
    this.figure = figure;
    this.roundId = roundId;
    this.issuers = issuers(queries, figure);
  }

  /** The issuers whose rows are part of the figure; none where it is of no issuer. */
  private static List<String> issuers(DSLContext queries, KpiFigure figure) {
    var issuers = new ArrayList<String>();
    figure.issuerId().ifPresent(issuers::add);
    if (figure.isByTodaysIssuers()) {
      figure.issuerId().ifPresent(id -> issuers.addAll(Register.predecessors(queries, id)));
    }
    return issuers;
  }

  private String isOfIssuers() {
    return "issuer_id in (" + CountedParts.list(issuers) + ")";
  }

  /** The definition as it counts on the figure's basis: over logs, or over issuers' summaries. */
  static Optional<KpiDefinition> onBasis(KpiDefinition kpi, KpiFigure figure) {
    if (kpi.version() != figure.definitionVersion()) {
      return Optional.empty();
    }
    return kpi.basis().name().equals(figure.basis())
        ? Optional.of(kpi)
        : kpi.ofSummaries().filter(other -> other.basis().name().equals(figure.basis()));
  }

  /**
   * The rows, with their role.
   *
   * @param catalog where a KPI whose own SELECT has added its rows up already has them
   */
  String sql(EvidenceCatalog catalog) {
    var rows = catalog.rows(kpi).map(this::onTablesOfBasis);
    return normalized(rows.orElse(kpi.sql()), rows.isPresent());
  }

  /** Whether what the rows give adds up to the figure, so that days can be told apart. */
  boolean isByDay() {
    return kpi.kind().addsUp()
        && kpi.reads().size() == 1
        && kpi.reads().get(0).table().endsWith(DAILY);
  }

  /**
   * The same rows day by day, where the KPI is counted from daily accesses alone: the same SELECT
   * counts, to which each day is a month. A front that an issuer logged in the month counts as
   * logged on each of its days.
   */
  String sqlByDay() {
    String table = kpi.reads().get(0).toString();
    String ofPeriod =
        "(select * from %s where month between %s and %s%s)"
            .formatted(
                table,
                day(figure.periodStart().toString()),
                day(figure.periodEnd().toString()),
                issuers.isEmpty() ? "" : " and " + isOfIssuers());
    String days =
        """
        (select * replace (access_date as month) from %1$s
         union all by name
         select distinct d.access_date, d.access_date as month, d.issuer_id, f.front, cast(0 as bigint) as accesses
         from %1$s d join %1$s f on f.issuer_id = d.issuer_id and f.month = d.month)"""
            .formatted(ofPeriod);
    return normalized(kpi.sql().replace(table, days), false);
  }

  private String onTablesOfBasis(String sql) {
    var of = KpiCatalog.builtIn().find(kpi.id(), kpi.version()).orElseThrow().reads();
    String text = sql;
    for (int index = 0; index < of.size(); index++) {
      text = text.replace(of.get(index).toString(), kpi.reads().get(index).toString());
    }
    return text;
  }

  private String normalized(String sql, boolean isOfRows) {
    var columns =
        Arrays.stream(queries.fetch("select * from (" + sql + ") limit 0").fields())
            .map(Field::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    var buckets = columns.stream().filter(Histogram::isBucket).toList();
    String counted = withTotal(sql, buckets);
    if (!buckets.isEmpty()) {
      columns.add("denominator");
    }
    var selected = new ArrayList<String>();
    TEXTS.forEach(name -> selected.add(column(name, "varchar", columns.contains(name))));
    selected.add(column("month", "date", columns.contains("month")));
    COUNTS.forEach(name -> selected.add(column(name, "double", columns.contains(name))));
    buckets.forEach(name -> selected.add("coalesce(%1$s, 0) as %1$s".formatted(name)));
    selected.add(role(columns) + " as role");
    return "select "
        + String.join(", ", selected)
        + " from ("
        + counted
        + ") where "
        + String.join(" and ", conditions(isOfRows, columns));
  }

  /** Of a quantile the denominator is how many it is read from. */
  private static String withTotal(String sql, List<String> buckets) {
    return buckets.isEmpty()
        ? sql
        : buckets.stream()
            .map("coalesce(%s, 0)"::formatted)
            .collect(Collectors.joining(" + ", "select *, ", " as denominator from (" + sql + ")"));
  }

  private static String column(String name, String type, boolean isThere) {
    return "cast(%s as %s) as %s".formatted(isThere ? name : "null", type, name);
  }

  private static String role(TreeSet<String> columns) {
    var bounds = BOUNDS.stream().filter(columns::contains).map(PartSql::isPositive).toList();
    return "case when %s then 0 when %s then 1 when %s then 2 else 3 end"
        .formatted(
            columns.contains("numerator") ? isPositive("numerator") : "false",
            columns.contains("denominator") ? isPositive("denominator") : "false",
            bounds.isEmpty() ? "false" : String.join(" or ", bounds));
  }

  private static String isPositive(String column) {
    return "coalesce(" + column + ", 0) <> 0";
  }

  private List<String> conditions(boolean isOfRows, Set<String> columns) {
    var conditions = new ArrayList<String>();
    if (lacksMonths(figure)) {
      conditions.add("false");
    }
    if (kpi.period() == KpiPeriod.ROUND) {
      conditions.add("round_id = " + DuckDbTables.literal(roundId));
    } else if (kpi.period() == KpiPeriod.MONTH) {
      conditions.add(
          "month between %s and %s"
              .formatted(day(figure.periodStart().toString()), day(figure.periodEnd().toString())));
    }
    if (isOfRows) {
      conditions.add("list_contains(levels, " + DuckDbTables.literal(figure.level()) + ")");
    } else if (!kpi.kind().addsUp()) {
      conditions.add("entity_level = " + DuckDbTables.literal(figure.level()));
    }
    if (!issuers.isEmpty()) {
      conditions.add(isOfIssuers());
    }
    if (figure.isByTodaysIssuers() && kpi.period() == KpiPeriod.ROUND && !isOfPair()) {
      conditions.add(
          "issuer_id in (select respondent_id from gold.response_status where is_in_frame"
              + " and side = 'ISSUER' and round_id = %s)".formatted(DuckDbTables.literal(roundId)));
    }
    figure.agentId().ifPresent(id -> conditions.add("agent_id = " + DuckDbTables.literal(id)));
    figure.slice().ifPresent(slice -> conditions.add(isOfSlice(slice, columns)));
    if (conditions.isEmpty()) {
      conditions.add("true");
    }
    return conditions;
  }

  /** By the column of the SELECT, else by the row's company as it was then. */
  private String isOfSlice(String slice, Set<String> columns) {
    String is =
        DuckDbTables.quoted(slice) + " = " + DuckDbTables.literal(figure.sliceValue().orElse(""));
    if (columns.contains(slice) || !KpiSlice.OF_COMPANY.contains(slice)) {
      return is;
    }
    String company =
        Stream.of("issuer_id", "agent_id")
            .filter(columns::contains)
            .collect(Collectors.joining(", ", "coalesce(", ")"));
    String period =
        kpi.period() == KpiPeriod.ROUND
            ? "s.round_id = " + DuckDbTables.literal(roundId)
            : "s.round_id is null and s.period_start = date_trunc('month', month)";
    return "exists (select 1 from gold.company_slice s where s.company_id = %s and %s and s.%s)"
        .formatted(company, period, is);
  }

  private boolean isOfPair() {
    return figure.level().equals("PAIR");
  }

  /** A company has a figure of a quarter or a year only when there are all its months. */
  static boolean lacksMonths(KpiFigure figure) {
    return (figure.periodType().equals("QUARTER_FY") || figure.periodType().equals("FY"))
        && figure.issuerId().isPresent()
        && figure.numerator().isEmpty()
        && figure.denominator().isEmpty();
  }

  private static String day(String date) {
    return "date '" + date + "'";
  }
}
