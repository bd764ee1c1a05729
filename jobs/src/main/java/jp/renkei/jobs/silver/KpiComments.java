package jp.renkei.jobs.silver;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvRow;

/** What respondents say of their figures: of each figure's statements the newest. */
final class KpiComments {
  /** So long a comment is read beside a figure; a longer one is a paper of its own. */
  static final int LONGEST = 1_000;

  private static final String LEVEL = "entity_level";
  private static final String COUNTERPARTY = "counterparty_id";
  private static final String SLICE = "slice";
  private static final String SLICE_VALUE = "slice_value";

  /** What names one figure of a KPI and period; files of before this could be said lack them. */
  static final List<String> FIGURE_COLUMNS =
      List.of(LEVEL, COUNTERPARTY, SLICE, SLICE_VALUE, "basis", "definition_version");

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

  /** What is wrong with how a row names its figure; a column that must be filled. */
  record Fault(String column, BilingualText expected) {}

  /** A figure is named whole or not at all: half a name could be of several figures. */
  static Optional<Fault> fault(CsvRow row) {
    String level = row.text(LEVEL);
    if (level.isEmpty()) {
      return FIGURE_COLUMNS.stream().allMatch(column -> row.text(column).isEmpty())
          ? Optional.empty()
          : fault(
              LEVEL,
              "ISSUER, AGENT or PAIR where the row names a figure",
              "数値を指定する行では ISSUER、AGENT、PAIR のいずれか");
    }
    boolean isPair = level.equals("PAIR");
    if (isPair && row.text(COUNTERPARTY).isEmpty()) {
      return fault(COUNTERPARTY, "the other side of the pair", "組の相手方のID");
    }
    if (!isPair && !row.text(COUNTERPARTY).isEmpty()) {
      return fault(LEVEL, "PAIR where the row names a counterparty", "相手方を指定する行では PAIR");
    }
    if (row.text(SLICE).isEmpty() != row.text(SLICE_VALUE).isEmpty()) {
      return row.text(SLICE).isEmpty()
          ? fault(SLICE, "the slice that slice_value is of", "slice_value の切り口")
          : fault(SLICE_VALUE, "a value of the slice", "切り口の値");
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(String column, String expected, String expectedJa) {
    return Optional.of(new Fault(column, new BilingualText(expected, expectedJa)));
  }

  /**
   * One row per respondent and figure, or KPI and period. The later stated_on counts; of one day
   * the file whose name sorts behind, as for targets.
   */
  static List<List<Object>> standing(RegisterSteps.Reading reading) {
    var table = RegisterFile.COMMENTS.table();
    var statements =
        new ArrayList<>(reading.rows().getOrDefault(table.name().toString(), List.of()));
    statements.sort(Comparator.comparing(row -> row.date("stated_on").orElseThrow()));
    var newest = new TreeMap<String, RegisterRows.Row>();
    for (var statement : statements) {
      newest.put(
          table.key().stream().map(statement::text).collect(Collectors.joining("\n")), statement);
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
