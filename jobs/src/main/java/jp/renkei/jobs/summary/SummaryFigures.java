package jp.renkei.jobs.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** What must hold between the figures of a summary, and between them and its header. */
final class SummaryFigures {
  private final String path;
  private final SummaryHeader header;
  private final Map<SummaryTable, List<List<Object>>> tables;
  private final List<Problem> problems = new ArrayList<>();

  private SummaryFigures(
      String path, SummaryHeader header, Map<SummaryTable, List<List<Object>>> tables) {
    this.path = path;
    this.header = header;
    this.tables = tables;
  }

  /** What does not hold; tables whose every cell has its form are given. */
  static List<Problem> problems(
      String path, SummaryHeader header, Map<SummaryTable, List<List<Object>>> tables) {
    var figures = new SummaryFigures(path, header, tables);
    for (var kind : SummaryTable.values()) {
      figures.checkWhose(kind);
    }
    figures.checkAccesses();
    figures.checkUsers();
    figures.checkLines();
    return figures.problems;
  }

  private void checkWhose(SummaryTable kind) {
    for (var row : rows(kind)) {
      if (!row.get("issuer_id").equals(header.issuerId())) {
        broken(kind, "issuer_id", row.get("issuer_id").toString(), header.issuerId());
      }
      var month = (LocalDate) row.get("month");
      var day = (LocalDate) row.getOrDefault("access_date", month);
      if (!month.equals(header.month().atDay(1)) || !YearMonth.from(day).equals(header.month())) {
        broken(kind, "month", month + " " + day, header.month().toString());
      }
    }
  }

  private void checkAccesses() {
    for (var row : rows(SummaryTable.ACCESS_DAILY)) {
      long timed =
          row.entrySet().stream()
              .filter(cell -> cell.getKey().startsWith("lat_"))
              .mapToLong(cell -> (Long) cell.getValue())
              .sum();
      if ((Long) row.get("accesses") == 0 || timed > (Long) row.get("accesses")) {
        broken(SummaryTable.ACCESS_DAILY, "accesses", row.get("accesses").toString(), "≥ " + timed);
      }
    }
  }

  /** A user of the issuer is one of some agent at least, and of each agent at most once. */
  private void checkUsers() {
    long most = 0;
    long sum = 0;
    for (var row : rows(SummaryTable.FETCH_MONTH)) {
      long users = (Long) row.get("users");
      most = Math.max(most, users);
      sum += users;
      if (users == 0 || users > (Long) row.get("fetches")) {
        broken(
            SummaryTable.FETCH_MONTH, "users", Long.toString(users), "1 .. " + row.get("fetches"));
      }
    }
    var issuers = rows(SummaryTable.ISSUER_MONTH_USERS);
    long users = issuers.isEmpty() ? 0 : (Long) issuers.get(0).get("users");
    if (users < most || users > sum) {
      broken(SummaryTable.ISSUER_MONTH_USERS, "users", Long.toString(users), most + " .. " + sum);
    }
  }

  private void checkLines() {
    for (var row : rows(SummaryTable.LOG_FILE)) {
      long parts =
          (Long) row.get("accepted") + (Long) row.get("rejected") + (Long) row.get("duplicates");
      if (parts != (Long) row.get("lines")) {
        broken(SummaryTable.LOG_FILE, "lines", row.get("lines").toString(), Long.toString(parts));
      }
    }
  }

  private List<Map<String, Object>> rows(SummaryTable kind) {
    var names = kind.table().columnNames();
    return tables.get(kind).stream()
        .map(
            row -> {
              Map<String, Object> cells = new HashMap<>();
              for (int index = 0; index < names.size(); index++) {
                if (row.get(index) != null) {
                  cells.put(names.get(index), row.get(index));
                }
              }
              return cells;
            })
        .toList();
  }

  private void broken(SummaryTable kind, String column, String found, String expected) {
    if (problems.isEmpty()) {
      problems.add(
          SummaryProblems.of(
              path,
              kind.fileName() + " " + column,
              Reason.INCONSISTENT_ANSWERS,
              new BilingualText(found, found),
              expected,
              expected));
    }
  }
}
