package jp.renkei.warehouse.release.diff;

import static jp.renkei.warehouse.release.diff.AttachedFiles.EARLIER;
import static jp.renkei.warehouse.release.diff.AttachedFiles.LATER;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.diff.FigureSubject.Kind;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/** Finds the figures that two releases tell differently. */
final class FigureComparison {
  /** What a reader sees of a KPI value; its confirmation (status) is told apart from its size. */
  private static final List<String> KPI_FIGURES =
      List.of("numerator", "denominator", "value", "value_low", "value_high", "value_state");

  private static final List<String> KPI_BESIDE = List.of("period_end", "round_id", "rule_version");
  private static final List<String> COUNTS = List.of("n", "sum");
  private static final String KPI_COMMENT = "gold.kpi_comment";
  private static final List<String> COMMENTED =
      List.of(
          "kpi_id",
          "definition_version",
          "entity_level",
          "issuer_id",
          "agent_id",
          "slice",
          "slice_value",
          "period_type",
          "period_start",
          "basis");

  private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

  private final AttachedFiles files;
  private final ChangeReasons reasons;

  FigureComparison(AttachedFiles files, ChangeReasons reasons) {
    this.files = files;
    this.reasons = reasons;
  }

  List<FigureChange> changes(Kind kind) {
    if (files.isKnownToBeTheSame(kind.table())) {
      return List.of();
    }
    var key = TableCatalog.builtIn().table(TableName.of(kind.table())).key();
    var figures = kind == Kind.KPI ? KPI_FIGURES : COUNTS;
    var beside = kind == Kind.KPI ? KPI_BESIDE : List.<String>of();
    var all = Stream.of(key, figures, beside).flatMap(List::stream).toList();
    return files.list(
        """
        with a as (%s), b as (%s), t as (%s), c as (%s)
        select a.%s is not null as is_before, b.%s is not null as is_after, %s, %s,
               t.title_ja, t.title_en, t.unit, c.comments
        from   a full join b on %s
               left join t on %s
               left join c on %s
        where  %s
        order  by %s"""
            .formatted(
                files.select(EARLIER, kind.table(), all),
                files.select(LATER, kind.table(), all),
                titles(kind),
                comments(kind),
                key.get(0),
                key.get(0),
                joined(key, "coalesce(b.%1$s, a.%1$s) as %1$s"),
                joined(
                    Stream.concat(figures.stream(), beside.stream()).toList(),
                    "a.%1$s as old_%1$s, b.%1$s as new_%1$s"),
                key.stream()
                    .map(column -> "a.%1$s is not distinct from b.%1$s".formatted(column))
                    .collect(Collectors.joining(" and ")),
                kind == Kind.KPI
                    ? "t.id = coalesce(b.kpi_id, a.kpi_id) and t.version ="
                        + " coalesce(b.definition_version, a.definition_version)"
                    : "t.id = coalesce(b.question_id, a.question_id)",
                kind == Kind.KPI ? onFigure() : "false",
                "(a.%1$s is null) <> (b.%1$s is null) or ".formatted(key.get(0))
                    + figures.stream()
                        .map(column -> "a.%1$s is distinct from b.%1$s".formatted(column))
                        .collect(Collectors.joining(" or ")),
                joined(key, "coalesce(b.%1$s, a.%1$s) nulls first")),
        row -> kind == Kind.KPI ? kpi(row) : tabulation(row));
  }

  private static String joined(List<String> columns, String pattern) {
    return columns.stream().map(pattern::formatted).collect(Collectors.joining(", "));
  }

  /** Titles as the later release has them, else the earlier one. */
  private String titles(Kind kind) {
    String table = kind == Kind.KPI ? "gold.kpi_definition" : "gold.question";
    var columns =
        kind == Kind.KPI
            ? List.of("kpi_id", "definition_version", "title_ja", "title_en", "unit")
            : List.of("question_id", "label_ja");
    String none =
        "select null::varchar as id, 0 as version, null::varchar as title_ja,"
            + " null::varchar as title_en, null::varchar as unit where false";
    String of =
        kind == Kind.KPI
            ? "select kpi_id as id, definition_version as version, title_ja, title_en, unit from (%s)"
            : "select question_id as id, 0 as version, any_value(label_ja) as title_ja,"
                + " any_value(label_ja) as title_en, 'answers' as unit from (%s) group by all";
    String later =
        files.has(LATER, table) ? of.formatted(files.select(LATER, table, columns)) : none;
    String earlier =
        files.has(EARLIER, table) ? of.formatted(files.select(EARLIER, table, columns)) : none;
    return "select * from (%1$s) union all by name select * from (%2$s) as e where not exists"
            .formatted(later, earlier)
        + " (select 1 from (%s) as l where l.id = e.id and l.version = e.version)".formatted(later);
  }

  /** What companies say of a figure stands beside it wherever it is shown. */
  private String comments(Kind kind) {
    var columns = new ArrayList<>(COMMENTED);
    columns.add("side");
    columns.add("comment");
    return kind == Kind.KPI && files.has(LATER, KPI_COMMENT)
        ? "select %s, string_agg(comment, ' / ' order by side) as comments from (%s) group by all"
            .formatted(String.join(", ", COMMENTED), files.select(LATER, KPI_COMMENT, columns))
        : "select null::varchar as comments where false";
  }

  private String onFigure() {
    return files.has(LATER, KPI_COMMENT)
        ? COMMENTED.stream()
            .map(column -> "c.%1$s is not distinct from b.%1$s".formatted(column))
            .collect(Collectors.joining(" and "))
        : "false";
  }

  private FigureChange kpi(ResultSet row) throws SQLException {
    var subject =
        new FigureSubject(
            Kind.KPI,
            row.getString("kpi_id"),
            row.getInt("definition_version"),
            text(row, "entity_level"),
            text(row, "issuer_id"),
            text(row, "agent_id"),
            text(row, "slice"),
            text(row, "slice_value"),
            text(row, "period_type"),
            day(row, "period_start"),
            row.getBoolean("is_after") ? day(row, "new_period_end") : day(row, "old_period_end"),
            either(row, "round_id"),
            text(row, "basis"),
            text(row, "issuer_basis"),
            "",
            "");
    return change(
        row,
        subject,
        row.getBoolean("is_before") ? Optional.of(reading(row, "old_")) : Optional.empty(),
        row.getBoolean("is_after") ? Optional.of(reading(row, "new_")) : Optional.empty());
  }

  private FigureChange tabulation(ResultSet row) throws SQLException {
    var subject =
        new FigureSubject(
            Kind.TABULATION,
            row.getString("question_id"),
            0,
            "ALL",
            "",
            "",
            text(row, "slice"),
            text(row, "slice_value"),
            "",
            NO_DAY,
            NO_DAY,
            text(row, "round_id"),
            "SURVEY",
            "",
            text(row, "option_code"),
            text(row, "value_state"));
    return change(
        row,
        subject,
        row.getBoolean("is_before") ? Optional.of(counted(row, "old_")) : Optional.empty(),
        row.getBoolean("is_after") ? Optional.of(counted(row, "new_")) : Optional.empty());
  }

  private FigureChange change(
      ResultSet row,
      FigureSubject subject,
      Optional<FigureReading> before,
      Optional<FigureReading> after)
      throws SQLException {
    String title = Optional.ofNullable(row.getString("title_ja")).orElse(subject.id());
    return new FigureChange(
        subject,
        title,
        Optional.ofNullable(row.getString("title_en")).orElse(title),
        text(row, "unit"),
        before,
        after,
        reasons.of(subject, before, after),
        text(row, "comments"));
  }

  private static FigureReading reading(ResultSet row, String side) throws SQLException {
    return new FigureReading(
        count(row, side + "numerator"),
        count(row, side + "denominator"),
        number(row, side + "value"),
        number(row, side + "value_low"),
        number(row, side + "value_high"),
        text(row, side + "value_state"),
        text(row, side + "rule_version"));
  }

  /** A count is its own value; the sum stands where a rate has its numerator. */
  private static FigureReading counted(ResultSet row, String side) throws SQLException {
    return new FigureReading(
        count(row, side + "sum"),
        OptionalLong.empty(),
        number(row, side + "n"),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "REPORTED",
        "");
  }

  private static String either(ResultSet row, String column) throws SQLException {
    String now = text(row, "new_" + column);
    return now.isEmpty() ? text(row, "old_" + column) : now;
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate).orElse(NO_DAY);
  }

  private static OptionalLong count(ResultSet row, String column) throws SQLException {
    long count = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
