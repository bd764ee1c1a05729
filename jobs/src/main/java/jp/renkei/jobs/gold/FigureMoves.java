package jp.renkei.jobs.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.jobs.gold.kpi.PublishedFigures;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * Keeps {@code gold.figure_move}: which figures from gateway logs, of periods that were over in the
 * newest release, come out otherwise now. Rows about earlier releases stay; those about the newest
 * one are made anew in each run until there is a newer release.
 */
public final class FigureMoves {
  public static final TableName TABLE = TableName.of("gold.figure_move");
  private static final TableName KPI_VALUE = TableName.of("gold.kpi_value");
  private static final String BASIS = "GATEWAY_LOG";

  private FigureMoves() {}

  /** What the result depends on beside tables. */
  public static String newestRelease(RunContext context) {
    return "since release " + newest(context).map(Release::id).orElse(0);
  }

  private static Optional<Release> newest(RunContext context) {
    return context.warehouse().releases().newest();
  }

  /** Writes the table. */
  public static void write(StepRun run) {
    var table = TableCatalog.builtIn().table(TABLE);
    var release = newest(run.context());
    var rows = new ArrayList<List<Object>>();
    for (var row : Tables.rows(table, run.rows(TABLE, run.files(TABLE)))) {
      if (release.isEmpty() || ((Number) row.get(0)).longValue() != release.get().id()) {
        rows.add(row);
      }
    }
    release.ifPresent(before -> rows.addAll(moves(run, before)));
    run.write(TABLE, rows);
  }

  private static List<List<Object>> moves(StepRun run, Release release) {
    var before = PublishedFigures.of(Optional.of(release));
    var after =
        PublishedFigures.of(
            run.engine().select("select * from " + KPI_VALUE + " where basis = '" + BASIS + "'"));
    // By today's issuers the same move would be told a second time.
    var moved =
        before.all().stream()
            .filter(value -> value.key().basis().equals(BASIS))
            .filter(value -> !value.key().isByTodaysIssuers())
            .filter(value -> value.periodEnd().isBefore(value.asOf()))
            .filter(value -> !after.of(value.key()).map(value::saysTheSameAs).orElse(false))
            .toList();
    if (moved.isEmpty()) {
      return List.of();
    }
    var reasons = new MoveReasons(run, release.manifest());
    return moved.stream()
        .map(
            value -> {
              var now = after.of(value.key());
              return row(release.id(), value, now, reasons.of(value, now));
            })
        .toList();
  }

  private static List<Object> row(
      int release, KpiValue before, Optional<KpiValue> after, String reasons) {
    var key = before.key();
    return Arrays.asList(
        (long) release,
        key.kpiId(),
        (long) key.definitionVersion(),
        key.level(),
        orNull(key.issuerId()),
        orNull(key.agentId()),
        orNull(key.slice()),
        orNull(key.sliceValue()),
        key.periodType(),
        key.periodStart(),
        orNull(before.numerator()),
        orNull(before.denominator()),
        orNull(before.value()),
        after.map(KpiValue::numerator).map(FigureMoves::orNull).orElse(null),
        after.map(KpiValue::denominator).map(FigureMoves::orNull).orElse(null),
        after.map(KpiValue::value).map(FigureMoves::orNull).orElse(null),
        reasons);
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Object orNull(OptionalLong number) {
    return number.isPresent() ? (Object) number.getAsLong() : null;
  }

  private static Object orNull(OptionalDouble number) {
    return number.isPresent() ? (Object) number.getAsDouble() : null;
  }
}
