package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.CsvRow;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;

/**
 * A register whose refused rows leave their keys as they were: while a row of a key is refused, the
 * rows of that key in the newest earlier edition that has them all right stand. A slip in one row
 * takes no company out of the figures.
 *
 * @param rows of this edition, and what is wrong in it
 * @param kept of earlier editions, their lines being those editions'
 */
record KeptRows(RegisterRows rows, List<RegisterRows.Row> kept) {
  private static final String CONSENT = "publication_consent";
  private static final String NAMED = "NAMED";
  private static final String AGGREGATE_ONLY = "AGGREGATE_ONLY";

  private static final BilingualText UNTIL_THEN_UNNAMED =
      new BilingualText(
          " Until then the row received before stands, without consent to be named unless the"
              + " refused row says NAMED.",
          "それまでは、前に受け取った版の行を使います（この行の公表の同意が NAMED でなければ、社名は公表しません）。");
  private static final BilingualText UNTIL_THEN =
      new BilingualText(" Until then the row received before stands.", "それまでは、前に受け取った版の行を使います。");

  /**
   * An edition as it was read.
   *
   * @param csv every row, broken ones too
   * @param rows those that hold
   */
  record Edition(RegisterFile kind, CsvFile csv, RegisterRows rows) {
    private Map<Long, List<String>> keysByLine() {
      var keys = new HashMap<Long, List<String>>();
      for (var row : allRows()) {
        var key = kind.keyColumns().stream().map(row::text).toList();
        if (key.stream().noneMatch(String::isEmpty)) {
          keys.put(row.line(), key);
        }
      }
      return keys;
    }

    private List<CsvRow> allRows() {
      var all = new ArrayList<>(csv.rows());
      all.addAll(csv.brokenRows());
      return all;
    }

    /** The rows that were refused, by their key. */
    Map<List<String>, List<CsvRow>> refused() {
      var good = rows.rows().stream().map(RegisterRows.Row::line).collect(Collectors.toSet());
      var keys = keysByLine();
      return allRows().stream()
          .filter(row -> !good.contains(row.line()) && keys.containsKey(row.line()))
          .collect(Collectors.groupingBy(row -> keys.get(row.line())));
    }

    private Map<List<String>, List<RegisterRows.Row>> rowsByKey() {
      var keys = keysByLine();
      return rows.rows().stream()
          .filter(row -> keys.containsKey(row.line()))
          .collect(Collectors.groupingBy(row -> keys.get(row.line())));
    }
  }

  /**
   * Fills up an edition.
   *
   * @param earlier the editions received before it, the newest first
   */
  static KeptRows of(
      Edition now, List<ReceivedFiles.File> earlier, Function<ReceivedFiles.File, Edition> read) {
    var open = new HashMap<>(now.refused());
    var keptByKey = new HashMap<List<String>, List<RegisterRows.Row>>();
    for (var file : earlier) {
      if (open.isEmpty()) {
        break;
      }
      var edition = read.apply(file);
      if (edition.rows().rows().isEmpty()) {
        continue;
      }
      var refusedThere = edition.refused().keySet();
      var rowsByKey = edition.rowsByKey();
      for (var key : List.copyOf(open.keySet())) {
        // A key that an edition in between had no more was taken out on purpose.
        if (!refusedThere.contains(key)) {
          var refusedRows = open.remove(key);
          var rows = rowsByKey.getOrDefault(key, List.of());
          if (!rows.isEmpty()) {
            keptByKey.put(key, rows.stream().map(row -> asOpenAs(refusedRows, row)).toList());
          }
        }
      }
    }
    return keptByKey.isEmpty() ? new KeptRows(now.rows(), List.of()) : with(now, keptByKey);
  }

  /** What nobody can read is taken for no consent to be named. */
  private static RegisterRows.Row asOpenAs(List<CsvRow> refused, RegisterRows.Row row) {
    boolean isNamed = refused.stream().allMatch(one -> one.text(CONSENT).equals(NAMED));
    if (isNamed || !row.values().containsKey(CONSENT)) {
      return row;
    }
    var values = new HashMap<>(row.values());
    values.put(CONSENT, AGGREGATE_ONLY);
    return new RegisterRows.Row(row.line(), values);
  }

  private static KeptRows with(Edition now, Map<List<String>, List<RegisterRows.Row>> keptByKey) {
    Set<Long> replaced = new HashSet<>();
    now.keysByLine()
        .forEach(
            (line, key) -> {
              if (keptByKey.containsKey(key)) {
                replaced.add(line);
              }
            });
    return new KeptRows(
        new RegisterRows(
            now.rows().rows().stream().filter(row -> !replaced.contains(row.line())).toList(),
            now.rows().problems().stream()
                .map(
                    problem ->
                        replaced.contains(problem.place().line())
                            ? told(problem, now.kind())
                            : problem)
                .toList()),
        keptByKey.values().stream().flatMap(List::stream).toList());
  }

  /** Bronze tells of a wrong number of values too, and both must say the same. */
  private static Problem told(Problem problem, RegisterFile kind) {
    if (problem.reason() == Reason.WRONG_COLUMN_COUNT) {
      return problem;
    }
    var untilThen = kind.columns().containsKey(CONSENT) ? UNTIL_THEN_UNNAMED : UNTIL_THEN;
    return new Problem(
        problem.file(),
        problem.place(),
        problem.reason(),
        problem.found(),
        problem.foundInEnglish(),
        problem.expected(),
        new BilingualText(
            problem.remedy().en() + untilThen.en(), problem.remedy().ja() + untilThen.ja()),
        Severity.ERROR);
  }
}
