package jp.renkei.webapi.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One reading SQL statement, as an analyst typed it. */
public record SingleQuery(String text) {
  private static final Set<String> READING =
      Set.of(
          "select",
          "with",
          "from",
          "values",
          "table",
          "describe",
          "show",
          "summarize",
          "pivot",
          "unpivot");

  /**
   * Accepts exactly one statement that reads.
   *
   * @throws SqlProblem when there is none, more than one, or one that would write
   */
  public static SingleQuery of(String sql) {
    List<String> statements = split(sql);
    if (statements.isEmpty()) {
      throw new SqlProblem(
          "SQL文がありません。例: \"select * from gold.kpi_value limit 10\"",
          "There is no statement. Give one, such as \"select * from gold.kpi_value limit 10\".");
    }
    if (statements.size() > 1) {
      throw new SqlProblem(
          "SQL文が" + statements.size() + "個あります。一度に実行できるのは1個です。",
          "Found " + statements.size() + " statements, expected one. Run them one by one.");
    }
    String first = firstWord(statements.get(0));
    if (!READING.contains(first)) {
      throw new SqlProblem(
          "読み取り専用です。SELECT 文などで始めてください（検出: " + first + "）。",
          "A release is read-only: found '"
              + first
              + "', expected SELECT, WITH, FROM, VALUES,"
              + " DESCRIBE, SHOW or SUMMARIZE.");
    }
    return new SingleQuery(statements.get(0));
  }

  /** The statements between semicolons, leaving those in texts, names and comments alone. */
  private static List<String> split(String sql) {
    var statements = new ArrayList<String>();
    int start = 0;
    int at = 0;
    boolean isBlank = true;
    while (at < sql.length()) {
      int end = endOfQuoted(sql, at);
      if (end > at) {
        isBlank &= sql.startsWith("--", at) || sql.startsWith("/*", at);
        at = end;
        continue;
      }
      char c = sql.charAt(at++);
      if (c == ';') {
        if (!isBlank) {
          statements.add(sql.substring(start, at - 1).strip());
        }
        start = at;
        isBlank = true;
      } else {
        isBlank &= Character.isWhitespace(c);
      }
    }
    if (!isBlank) {
      statements.add(sql.substring(start).strip());
    }
    return statements;
  }

  /** Where the text, name or comment that begins here ends; the place itself if none begins. */
  private static int endOfQuoted(String sql, int at) {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"') {
      return after(sql, String.valueOf(c), at + 1);
    }
    if (sql.startsWith("--", at)) {
      return after(sql, "\n", at + 2);
    }
    if (sql.startsWith("/*", at)) {
      return after(sql, "*/", at + 2);
    }
    if (c == '$') {
      int close = sql.indexOf('$', at + 1);
      if (close > 0 && sql.substring(at + 1, close).matches("\\w*")) {
        return after(sql, sql.substring(at, close + 1), close + 1);
      }
    }
    return at;
  }

  private static int after(String sql, String closing, int from) {
    int found = sql.indexOf(closing, from);
    return found < 0 ? sql.length() : found + closing.length();
  }

  private static String firstWord(String statement) {
    int at = 0;
    while (at < statement.length()) {
      int end = endOfQuoted(statement, at);
      char c = statement.charAt(at);
      if (end > at) {
        at = end;
      } else if (Character.isWhitespace(c) || c == '(') {
        at++;
      } else {
        break;
      }
    }
    return statement.substring(at).split("\\W", 2)[0].toLowerCase(Locale.ROOT);
  }
}
