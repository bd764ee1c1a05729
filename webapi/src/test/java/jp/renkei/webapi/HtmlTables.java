package jp.renkei.webapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of a page, by how many cells their rows have. */
final class HtmlTables {
  private static final Pattern TABLE = Pattern.compile("<table.*?</table>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr[ >].*?</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[hd](?=[ >])([^>]*)>");
  private static final Pattern SPAN = Pattern.compile("colspan=\"(\\d+)\"");

  private HtmlTables() {}

  /**
   * One table.
   *
   * @param html as it stands in the page
   * @param widths of its rows, the headings among them, in columns
   */
  record Table(String html, List<Integer> widths) {
    /** A row wider than its headings stands under the wrong ones. */
    void requireEven() {
      if (widths.stream().distinct().count() > 1) {
        throw new AssertionError("Rows of " + widths + " columns in one table: " + html);
      }
    }
  }

  /** Those without cells that reach over several rows, which would have to be counted there too. */
  static List<Table> of(String page) {
    var tables = new ArrayList<Table>();
    var found = TABLE.matcher(page);
    while (found.find()) {
      if (!found.group().contains("rowspan=")) {
        tables.add(new Table(found.group(), widths(found.group())));
      }
    }
    return tables;
  }

  private static List<Integer> widths(String table) {
    return ROW.matcher(table).results().map(row -> width(row.group())).toList();
  }

  private static int width(String row) {
    return CELL.matcher(row)
        .results()
        .mapToInt(
            cell -> {
              var span = SPAN.matcher(cell.group(1));
              return span.find() ? Integer.parseInt(span.group(1)) : 1;
            })
        .sum();
  }
}
