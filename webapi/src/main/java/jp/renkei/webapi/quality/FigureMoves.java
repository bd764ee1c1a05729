package jp.renkei.webapi.quality;

import static jp.renkei.warehouse.jooq.gold.Tables.FIGURE_MOVE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.warehouse.jooq.gold.tables.records.FigureMoveRecord;
import jp.renkei.warehouse.release.diff.ChangeReason;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.FigureWords;
import org.jooq.DSLContext;

/**
 * Figures of all companies together, from logs and of periods that were over, that came out
 * otherwise than in an earlier release. A company's own stand on its page, beside its comments.
 *
 * @param more how many moved that are not shown; all stand in the release's table
 */
record FigureMoves(List<QualityPage.Move> shown, long more) {
  private static final int MOST_MOVES = 100;

  static FigureMoves read(DSLContext queries, Frame frame) {
    var definitions = KpiDefinitions.read(queries);
    var rows =
        queries
            .selectFrom(FIGURE_MOVE)
            .where(FIGURE_MOVE.SLICE.isNull())
            .orderBy(
                FIGURE_MOVE.SINCE_RELEASE.desc(),
                FIGURE_MOVE.KPI_ID,
                FIGURE_MOVE.PERIOD_START,
                FIGURE_MOVE.PERIOD_TYPE)
            .fetch();
    var shown =
        rows.stream()
            .filter(row -> row.getEntityLevel().equals("ALL"))
            .limit(MOST_MOVES)
            .map(row -> move(row, definitions, frame))
            .toList();
    return new FigureMoves(shown, rows.size() - shown.size());
  }

  private static QualityPage.Move move(
      FigureMoveRecord row, KpiDefinitions definitions, Frame frame) {
    var definition = definitions.find(row.getKpiId(), row.getDefinitionVersion());
    String unit = definition.map(known -> known.unit()).orElse("");
    return new QualityPage.Move(
        definition.map(known -> known.title(frame.isJapanese())).orElse(row.getKpiId()),
        new FigureWords(frame).period(row.getPeriodType(), row.getPeriodStart(), end(row)),
        row.getSinceRelease(),
        number(row.getOldValue(), unit, frame),
        number(row.getNewValue(), unit, frame),
        Arrays.stream(row.getReasons().split(" "))
            .map(ChangeReason::valueOf)
            .map(reason -> frame.isJapanese() ? reason.japanese() : reason.english())
            .collect(Collectors.joining(frame.text("quality.separator"))));
  }

  private static LocalDate end(FigureMoveRecord row) {
    int months =
        switch (row.getPeriodType()) {
          case "MONTH" -> 1;
          case "QUARTER_FY" -> 3;
          default -> 12;
        };
    return row.getPeriodStart().plusMonths(months).minusDays(1);
  }

  private static String number(Double value, String unit, Frame frame) {
    return value == null ? frame.text("missing") : new FigureWords(frame).number(value, unit);
  }
}
