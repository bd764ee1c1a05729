package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.renkei.surveys.Question;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The questions of one section that are asked per product line, or per segment and counterparty: a
 * row for each of these, a group of columns for each question. Every answer has its value state in
 * a column of its own right beside it. A compact way (states among the choices of the answer) would
 * spare the column, but then the cell of a number could no longer refuse what is no number, and a
 * respondent would look for the state in a different place than on the other sheets.
 *
 * <p>The sheet's title spans the columns of labels and a question's heading its own; nowhere else
 * are cells merged. Answers are read by the names of their columns.
 */
final class MatrixSheet {
  private static final int KEY = 0;
  private static final int FIRST_LABEL = 1;
  private static final int LABELS = 3;
  private static final int FIRST_ANSWER = FIRST_LABEL + LABELS;
  private static final int GROUP_ROW = 3;
  private static final int HEAD_ROW = 4;
  private static final int FIRST_ROW = 5;
  private static final List<Integer> LABEL_WIDTHS = List.of(4, 9, 28, 6);

  /** Below this the print is too small to read at ease; a question is never broken in two. */
  private static final int READABLE_PERCENT = 60;

  private final FormParts parts;
  private final FormSheet sheet;
  private final List<MatrixRow> rows;

  /** One row: what it is about, and its visible labels. */
  record MatrixRow(RowKey key, String id, String name, String segment) {}

  private MatrixSheet(FormParts parts, FormSheet sheet, List<MatrixRow> rows) {
    this.parts = parts;
    this.sheet = sheet;
    this.rows = rows;
  }

  static void write(
      FormParts parts,
      String title,
      String heading,
      String keyName,
      List<String> labelHeads,
      List<MatrixRow> rows,
      List<Question> questions) {
    var sheet = parts.book().sheet(title);
    var keys = rows.stream().map(MatrixRow::key).toList();
    var groups = new ArrayList<ColumnGroup>();
    int column = FIRST_ANSWER;
    for (Question question : questions) {
      var group = ColumnGroup.of(parts, question, column, parts.hasLast(question, keys));
      groups.add(group);
      column = group.last() + 1;
    }
    var widths = new ArrayList<>(LABEL_WIDTHS);
    groups.forEach(group -> widths.addAll(group.widths()));
    sheet.columns(widths);
    sheet.sheet().setColumnHidden(KEY, true);
    // Broken into pages side by side, it repeats these columns: what ran out of them would be cut.
    sheet.wrapped(0, FIRST_LABEL, FIRST_ANSWER - 1, heading, Look.WRAPPED_TITLE);
    sheet.wrapped(1, FIRST_LABEL, FIRST_ANSWER - 1, FormWords.ja("matrix.how"), Look.TEXT);
    new MatrixSheet(parts, sheet, rows).write(keyName, labelHeads, groups);
  }

  private void write(String keyName, List<String> labelHeads, List<ColumnGroup> groups) {
    for (int i = 0; i < LABELS; i++) {
      sheet.label(GROUP_ROW, FIRST_LABEL + i, "", Look.HEAD);
      sheet.label(HEAD_ROW, FIRST_LABEL + i, labelHeads.get(i), Look.HEAD);
    }
    labels();
    sheet.name(keyName, rowsOf(KEY));
    groups.forEach(this::group);
    heights(groups);
    sheet.sheet().createFreezePane(FIRST_ANSWER, FIRST_ROW);
    print(groups);
  }

  private void labels() {
    for (int i = 0; i < rows.size(); i++) {
      MatrixRow row = rows.get(i);
      sheet.label(FIRST_ROW + i, KEY, row.key().text(), Look.LABEL);
      sheet.label(FIRST_ROW + i, FIRST_LABEL, row.id(), Look.LABEL);
      sheet.label(FIRST_ROW + i, FIRST_LABEL + 1, row.name(), Look.LABEL);
      sheet.label(FIRST_ROW + i, FIRST_LABEL + 2, row.segment(), Look.LABEL);
    }
  }

  private void group(ColumnGroup group) {
    Question question = group.question();
    String smallPrint = parts.cells().smallPrint(question);
    for (int column = group.first(); column <= group.last(); column++) {
      sheet.blank(GROUP_ROW, column, Look.GROUP_HEAD);
    }
    sheet.label(GROUP_ROW, group.first(), question.idAndLabel(), Look.GROUP_HEAD, smallPrint);
    if (group.last() > group.first()) {
      sheet
          .sheet()
          .addMergedRegion(new CellRangeAddress(GROUP_ROW, GROUP_ROW, group.first(), group.last()));
    }
    for (ColumnGroup.Column column : group.columns()) {
      sheet.label(HEAD_ROW, column.index(), column.head(), Look.HEAD);
      column(group, column);
    }
  }

  private void column(ColumnGroup group, ColumnGroup.Column column) {
    Question question = group.question();
    for (int i = 0; i < rows.size(); i++) {
      if (column.kind() == ColumnGroup.Kind.LAST) {
        sheet.label(
            FIRST_ROW + i, column.index(), parts.last(question, rows.get(i).key()), Look.LAST);
      } else {
        sheet.blank(FIRST_ROW + i, column.index(), column.look(parts.cells().look(question)));
      }
    }
    CellRangeAddress area = rowsOf(column.index());
    switch (column.kind()) {
      case ANSWER -> parts.rules().answer(sheet, area, question);
      case STATE -> parts.rules().state(sheet, area);
      case WORDS -> parts.rules().words(sheet, area);
      case LAST -> {
        return;
      }
    }
    sheet.name(column.name(), area);
  }

  private void heights(List<ColumnGroup> groups) {
    var headings = new ArrayList<FormSheet.Cell>();
    var heads = new ArrayList<FormSheet.Cell>();
    for (ColumnGroup group : groups) {
      String smallPrint = parts.cells().smallPrint(group.question());
      headings.add(
          new FormSheet.Cell(
              group.question().idAndLabel() + (smallPrint.isEmpty() ? "" : "\n" + smallPrint),
              sheet.width(group.first(), group.last())));
      group
          .columns()
          .forEach(column -> heads.add(new FormSheet.Cell(column.head(), column.width())));
    }
    sheet.height(GROUP_ROW, headings);
    sheet.height(HEAD_ROW, heads);
    for (int i = 0; i < rows.size(); i++) {
      var texts = new ArrayList<FormSheet.Cell>();
      texts.add(new FormSheet.Cell(rows.get(i).name(), LABEL_WIDTHS.get(2)));
      for (ColumnGroup group : groups) {
        for (ColumnGroup.Column column : group.columns()) {
          if (column.kind() == ColumnGroup.Kind.ANSWER) {
            texts.add(new FormSheet.Cell(group.longestChoice(), column.width()));
          }
          if (column.kind() == ColumnGroup.Kind.LAST) {
            texts.add(
                new FormSheet.Cell(
                    parts.last(group.question(), rows.get(i).key()), column.width()));
          }
        }
      }
      sheet.height(FIRST_ROW + i, texts);
    }
  }

  /** On one page across where the print stays readable, else broken between questions. */
  private void print(List<ColumnGroup> groups) {
    sheet.sheet().setRepeatingRows(new CellRangeAddress(GROUP_ROW, HEAD_ROW, -1, -1));
    int labels = sheet.width(FIRST_LABEL, FIRST_ANSWER - 1);
    int all = sheet.width(FIRST_LABEL, groups.get(groups.size() - 1).last());
    int widest =
        groups.stream().mapToInt(group -> sheet.width(group.first(), group.last())).max().orElse(0);
    int percent = Math.min(READABLE_PERCENT, PrintedPage.LANDSCAPE_WIDTH * 100 / (labels + widest));
    int page = PrintedPage.LANDSCAPE_WIDTH * 100 / percent;
    if (all <= page) {
      parts.page().landscape(sheet);
      return;
    }
    sheet.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, FIRST_LABEL, FIRST_ANSWER - 1));
    var breaks = new TreeSet<Integer>();
    int used = labels;
    for (ColumnGroup group : groups) {
      int width = sheet.width(group.first(), group.last());
      if (used + width > page && used > labels) {
        breaks.add(group.first() - 1);
        used = labels;
      }
      used += width;
    }
    breaks.forEach(sheet.sheet()::setColumnBreak);
    parts.page().landscape(sheet, percent);
  }

  private CellRangeAddress rowsOf(int column) {
    return new CellRangeAddress(FIRST_ROW, FIRST_ROW + rows.size() - 1, column, column);
  }
}
