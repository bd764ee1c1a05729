package jp.renkei.webapi.sql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns. Widths follow the first rows, so that a result of any length is printed as it
 * comes; a later, wider value only pushes its own line.
 */
public final class TablePrinter implements RowPrinter {
  private static final int LOOK_AHEAD = 500;

  private final Appendable out;
  private final List<List<String>> waiting = new ArrayList<>();
  private List<Column> columns = List.of();
  private int[] widths = {};
  private boolean isStarted;
  private long rows;

  TablePrinter(Appendable out) {
    this.out = out;
  }

  /**
   * Prints rows of text that are there already.
   *
   * @param numeric columns that hold numbers, which go to the right
   */
  public static void print(
      Appendable out, List<String> names, List<Integer> numeric, List<List<String>> rows)
      throws IOException {
    var printer = new TablePrinter(out);
    var columns = new ArrayList<Column>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), numeric.contains(i)));
    }
    printer.begin(columns);
    for (var row : rows) {
      printer.row(new ArrayList<>(row));
    }
    printer.end();
  }

  @Override
  public void begin(List<Column> given) {
    columns = given;
    widths = given.stream().mapToInt(column -> Width.of(column.name())).toArray();
  }

  @Override
  public void row(List<Object> values) throws IOException {
    rows++;
    var texts =
        values.stream()
            .map(value -> value == null ? "NULL" : CellText.of(value).replaceAll("\\R", "⏎"))
            .toList();
    if (isStarted) {
      print(texts);
      return;
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], Width.of(texts.get(i)));
    }
    waiting.add(texts);
    if (waiting.size() == LOOK_AHEAD) {
      start();
    }
  }

  @Override
  public void end() throws IOException {
    if (!isStarted) {
      start();
    }
    out.append("(" + rows + (rows == 1 ? " row)" : " rows)")).append(System.lineSeparator());
  }

  private void start() throws IOException {
    isStarted = true;
    print(columns.stream().map(Column::name).toList());
    var rule = new ArrayList<String>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    out.append(String.join("-+-", rule)).append(System.lineSeparator());
    for (var texts : waiting) {
      print(texts);
    }
    waiting.clear();
  }

  private void print(List<String> texts) throws IOException {
    var cells = new ArrayList<String>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(Width.padded(texts.get(i), widths[i], columns.get(i).isNumber()));
    }
    out.append(String.join(" | ", cells).stripTrailing()).append(System.lineSeparator());
  }
}
