package jp.renkei.jobs.silver;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What respondents say of their figures: of each figure's statements the newest. */
final class KpiComments {
  /** So long a comment is read beside a figure; a longer one is a paper of its own. */
  static final int LONGEST = 1_000;

  private static final Pattern FISCAL = Pattern.compile("FY(19|20)[0-9]{2}(Q[1-4])?");
  private static final int DATE_LENGTH = 10;

  private KpiComments() {}

  /** Whether a text names a period as figures have them. */
  static boolean isPeriod(String text) {
    if (FISCAL.matcher(text).matches()) {
      return true;
    }
    try {
      // The lengths keep out what these parse beside the forms of the figures, such as +12026-03.
      return text.length() == DATE_LENGTH
          ? LocalDate.parse(text).getYear() > 0
          : text.length() == DATE_LENGTH - 3 && YearMonth.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * One row per respondent, KPI and period. The later stated_on counts; of one day the file whose
   * name sorts behind, as for targets.
   */
  static List<List<Object>> standing(RegisterSteps.Reading reading) {
    var table = RegisterFile.COMMENTS.table();
    var statements =
        new ArrayList<>(reading.rows().getOrDefault(table.name().toString(), List.of()));
    statements.sort(Comparator.comparing(row -> row.date("stated_on").orElseThrow()));
    var newest = new TreeMap<String, RegisterRows.Row>();
    for (var statement : statements) {
      newest.put(
          String.join(
              " ",
              statement.text("respondent_id"),
              statement.text("kpi_id"),
              statement.text("period")),
          statement);
    }
    return newest.values().stream()
        .filter(row -> !row.text("comment").isBlank())
        .map(
            row -> {
              var values = new ArrayList<Object>();
              table.columnNames().forEach(column -> values.add(row.values().get(column)));
              return (List<Object>) values;
            })
        .toList();
  }
}
