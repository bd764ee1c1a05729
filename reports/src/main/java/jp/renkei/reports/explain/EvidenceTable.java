package jp.renkei.reports.explain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One table of an explanation, in words.
 *
 * @param id stays the same in every language, such as {@code answers}
 * @param columns headings, as many as every row has cells
 * @param numeric columns that hold numbers
 */
public record EvidenceTable(
    String id, String title, List<String> columns, List<Integer> numeric, List<List<String>> rows) {
  public EvidenceTable {
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Cannot show %s: a row has %d cells, expected %d."
                .formatted(id, row.size(), columns.size()));
      }
    }
  }

  /** The same without the columns that no row fills, which only take room on a page. */
  public EvidenceTable withoutEmptyColumns() {
    var filled =
        IntStream.range(0, columns.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .boxed()
            .toList();
    return new EvidenceTable(
        id,
        title,
        filled.stream().map(columns::get).toList(),
        numeric.stream().map(filled::indexOf).filter(column -> column >= 0).toList(),
        rows.stream().map(row -> filled.stream().map(row::get).toList()).toList());
  }

  public boolean isNumeric(int column) {
    return numeric.contains(column);
  }
}
