package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.workbook.WorkbookReader;
import org.apache.poi.ss.util.CellAddress;

/**
 * The order in which a sender goes through what is wrong with its file: errors first, then what
 * asks for a reason, then notices; each of them as the file runs, by sheet, row and column, or by
 * line.
 */
public final class ProblemOrder {
  private ProblemOrder() {}

  /** The problems of a file of any content, in that order. */
  public static List<Problem> of(String name, byte[] content, List<Problem> problems) {
    var sheets = sheets(name, content, problems);
    var sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparing(Problem::severity)
            .thenComparing(
                problem -> sheets.getOrDefault(problem.place().sheet(), Integer.MAX_VALUE))
            .thenComparingLong(problem -> problem.place().line())
            .thenComparing(problem -> cell(problem.place())));
    return List.copyOf(sorted);
  }

  /** The place of each sheet in its workbook; that of the file as a whole comes first. */
  private static Map<String, Integer> sheets(String name, byte[] content, List<Problem> problems) {
    var order = new HashMap<String, Integer>(Map.of("", -1));
    if (problems.stream().map(problem -> problem.place().sheet()).distinct().count() > 1) {
      WorkbookReader.read(name, content).content().stream()
          .flatMap(workbook -> workbook.sheets().stream())
          .forEach(sheet -> order.putIfAbsent(sheet.name(), order.size()));
    }
    return order;
  }

  private static CellAddress cell(Place place) {
    return MarkedCells.position(place).orElse(CellAddress.A1);
  }
}
