package jp.renkei.jobs.release.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one figure, and which of them add up to which: by company, slice and time. */
final class AdditiveRows {
  /** A row of gold.kpi_value or gold.kpi_supplement. */
  record Row(
      String key,
      String level,
      String issuer,
      String agent,
      String slice,
      String sliceValue,
      String periodType,
      LocalDate start,
      LocalDate end,
      Map<String, Long> amounts) {
    Shape shape() {
      return new Shape(level, slice, periodType);
    }
  }

  private record Shape(String level, String slice, String periodType) {}

  /** A way of breaking rows of one shape down to rows of another. */
  private record Step(Shape from, Shape to) {}

  /**
   * A total and rows that are parts of it.
   *
   * @param isComplete whether the parts are all of it
   */
  record Equation(int total, List<Integer> parts, boolean isComplete) {}

  private static final Map<String, List<String>> BELOW =
      Map.of(
          "ALL", List.of("ISSUER", "AGENT", "PAIR"),
          "ISSUER", List.of("PAIR"),
          "AGENT", List.of("PAIR"));
  private static final Map<String, List<String>> WITHIN =
      Map.of("FY", List.of("QUARTER_FY", "MONTH"), "QUARTER_FY", List.of("MONTH"));

  private final List<Row> rows;
  private final String column;
  private final List<Equation> equations = new ArrayList<>();

  AdditiveRows(List<Row> rows, String column) {
    this.rows = List.copyOf(rows);
    this.column = column;
    var byShape = new LinkedHashMap<Shape, List<Integer>>();
    for (int i = 0; i < rows.size(); i++) {
      byShape.computeIfAbsent(rows.get(i).shape(), absent -> new ArrayList<>()).add(i);
    }
    for (var from : byShape.keySet()) {
      for (var to : byShape.keySet()) {
        if (isOneStep(from, to)) {
          add(new Step(from, to), byShape.get(from), byShape.get(to));
        }
      }
    }
  }

  private static boolean isOneStep(Shape from, Shape to) {
    boolean isByCompany = BELOW.getOrDefault(from.level, List.of()).contains(to.level);
    boolean isBySlice = from.slice.isEmpty() && !to.slice.isEmpty();
    boolean isByTime = WITHIN.getOrDefault(from.periodType, List.of()).contains(to.periodType);
    int changed = from.level.equals(to.level) ? 0 : 1;
    changed += from.slice.equals(to.slice) ? 0 : 1;
    changed += from.periodType.equals(to.periodType) ? 0 : 1;
    return changed == 1 && (isByCompany || isBySlice || isByTime);
  }

  /**
   * Rows of a shape are parts where they nowhere exceed their total, all of it where they equal it.
   */
  private void add(Step step, List<Integer> totals, List<Integer> all) {
    var found = new ArrayList<Equation>();
    boolean isComplete = true;
    var byParent = new HashMap<List<Object>, List<Integer>>();
    for (int part : all) {
      byParent.computeIfAbsent(place(rows.get(part), step), absent -> new ArrayList<>()).add(part);
    }
    for (int total : totals) {
      var parts =
          byParent.getOrDefault(place(rows.get(total), step), List.of()).stream()
              .filter(part -> isWithin(rows.get(part), rows.get(total)))
              .toList();
      if (!parts.isEmpty()) {
        long sum = parts.stream().mapToLong(this::amount).sum();
        if (sum > amount(total)) {
          return;
        }
        isComplete &= sum == amount(total);
        found.add(new Equation(total, parts, true));
      }
    }
    boolean isWhole = isComplete;
    found.forEach(one -> equations.add(new Equation(one.total(), one.parts(), isWhole)));
  }

  /** What a total has in common with its parts. */
  private static List<Object> place(Row row, Step step) {
    return List.of(
        isKept(step.from.level, "ISSUER") ? row.issuer : "",
        isKept(step.from.level, "AGENT") ? row.agent : "",
        step.from.slice.equals(step.to.slice) ? row.slice + row.sliceValue : "",
        step.from.periodType.equals(step.to.periodType) ? row.start : "");
  }

  private static boolean isKept(String level, String side) {
    return level.equals(side) || level.equals("PAIR");
  }

  private static boolean isWithin(Row part, Row total) {
    return !part.start.isBefore(total.start) && !part.end.isAfter(total.end);
  }

  List<Row> all() {
    return rows;
  }

  /** What a row counts in the column; a row without a count counts nothing. */
  long amount(int row) {
    return rows.get(row).amounts().getOrDefault(column, 0L);
  }

  List<Equation> equations() {
    return equations;
  }
}
