package jp.renkei.reports.tabulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.tabulation.TabulatedQuestion.Counts;
import jp.renkei.reports.tabulation.TabulatedQuestion.Statistics;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.warehouse.kpi.Division;

/** Writes one question as a block of a sheet: counted whole, or crossed with its slices. */
final class QuestionBlock {
  private static final List<String> OTHER_STATES =
      List.of("NOT_ANSWERED", "NOT_APPLICABLE", "UNKNOWN", "WITHHELD");

  private final SheetWriter sheet;
  private final TabulatedQuestion question;

  QuestionBlock(SheetWriter sheet, TabulatedQuestion question) {
    this.sheet = sheet;
    this.question = question;
  }

  private void heading() {
    sheet.skip(1);
    sheet.line(
        Role.HEADING, question.id() + "　" + question.labelJa() + "（" + question.countedAs() + "）");
  }

  /** 単純集計. */
  void whole() {
    heading();
    var counts = question.slices().get(SliceKey.WHOLE);
    if (counts == null) {
      sheet.line(Role.BODY, "回答はない。");
      return;
    }
    sheet.head(List.of("選択肢・状態", "件数", "割合", "単位"));
    for (var option : question.options()) {
      long n = counts.byOption().getOrDefault(option.code(), 0L);
      sheet.row(
          SheetCell.text(option.labelJa()),
          count(n),
          share(n, counts.reported()),
          SheetCell.blank());
    }
    sheet.row(
        SheetCell.text("回答数（値あり）"), count(counts.reported()), SheetCell.blank(), SheetCell.blank());
    otherStates(counts)
        .forEach(
            (state, n) ->
                sheet.row(
                    SheetCell.text(CodeLabels.japanese("value_state", state)),
                    count(n),
                    SheetCell.blank(),
                    SheetCell.blank()));
    if (question.isNumber()) {
      sheet.row(
          SheetCell.text("合計"),
          sum(counts.statistics()),
          SheetCell.blank(),
          SheetCell.text(unit()));
      sheet.row(
          SheetCell.text("第1四分位数"),
          value(counts.statistics().q1()),
          SheetCell.blank(),
          SheetCell.text(unit()));
      sheet.row(
          SheetCell.text("中央値"),
          value(counts.statistics().median()),
          SheetCell.blank(),
          SheetCell.text(unit()));
      sheet.row(
          SheetCell.text("第3四分位数"),
          value(counts.statistics().q3()),
          SheetCell.blank(),
          SheetCell.text(unit()));
    }
  }

  /** クロス集計: a column per value of a slice. */
  void crossed() {
    if (question.crossed().isEmpty()) {
      return;
    }
    heading();
    var columns = new ArrayList<>(question.slices().keySet());
    var head = new ArrayList<String>(List.of("選択肢・状態"));
    columns.forEach(column -> head.add(column.label()));
    sheet.head(head);
    for (var option : question.options()) {
      row(
          option.labelJa(),
          columns,
          counts -> count(counts.byOption().getOrDefault(option.code(), 0L)));
    }
    row("回答数（値あり）", columns, counts -> count(counts.reported()));
    for (var state : otherStates(question.slices().get(SliceKey.WHOLE)).keySet()) {
      row(
          CodeLabels.japanese("value_state", state),
          columns,
          counts -> count(counts.byState().getOrDefault(state, 0L)));
    }
    for (var option : question.options()) {
      row(
          option.labelJa() + "（割合）",
          columns,
          counts -> share(counts.byOption().getOrDefault(option.code(), 0L), counts.reported()));
    }
    if (question.isNumber()) {
      row("合計" + inUnit(), columns, counts -> sum(counts.statistics()));
      row("第1四分位数" + inUnit(), columns, counts -> value(counts.statistics().q1()));
      row("中央値" + inUnit(), columns, counts -> value(counts.statistics().median()));
      row("第3四分位数" + inUnit(), columns, counts -> value(counts.statistics().q3()));
    }
  }

  private void row(String name, List<SliceKey> columns, Function<Counts, SheetCell> cell) {
    var cells = new ArrayList<SheetCell>(List.of(SheetCell.text(name)));
    columns.forEach(column -> cells.add(cell.apply(question.slices().get(column))));
    sheet.rowOf(cells);
  }

  private static Map<String, Long> otherStates(Counts counts) {
    var states = new LinkedHashMap<String, Long>();
    OTHER_STATES.stream()
        .filter(state -> counts.byState().containsKey(state))
        .forEach(state -> states.put(state, counts.byState().get(state)));
    return states;
  }

  private static SheetCell count(long n) {
    return SheetCell.count(OptionalLong.of(n));
  }

  private static SheetCell share(long n, long of) {
    return SheetCell.value(Division.of(n, of), "ratio");
  }

  private static SheetCell sum(Statistics statistics) {
    return SheetCell.count(statistics.sum());
  }

  private SheetCell value(OptionalDouble value) {
    if (question.unit().equals("fiscal_year")) {
      return SheetCell.year(value);
    }
    return SheetCell.value(value, question.unit().equals("ratio") ? "ratio" : "");
  }

  private String unit() {
    return CodeLabels.unitSuffix(question.unit()).strip();
  }

  private String inUnit() {
    return unit().isEmpty() ? "" : "（" + unit() + "）";
  }
}
