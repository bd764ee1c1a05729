package jp.renkei.jobs;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.silver.SubmissionSteps;
import jp.renkei.warehouse.table.TableName;

/**
 * What was refused, newest state of all submissions, as an operator wants to read it: what is new
 * first, causes before what follows from them, many of one kind in one line. Rows that only share a
 * unit with a refused one are counted apart.
 *
 * @param first what is new, then registers and rounds, feed.yaml, other files, rows, logs
 * @param count of all, but for the companions
 * @param newCount how many of them the newest release before this run did not have
 * @param companions rows without a fault of their own in refused units
 */
public record Refusals(List<Refusal> first, long count, long newCount, long companions) {
  private static final int SHOWN = 20;
  private static final TableName REJECTED = SubmissionSteps.REJECTED;
  private static final String BEFORE = "rejected_before";
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final Pattern FILE = Pattern.compile("file( .*)?");

  /**
   * Log lines of one file and register rows that point to one unknown id are told by the first,
   * files that one cause holds back by folder.
   */
  private static final String GROUPS =
      """
      select subject, reason, is_new, count(*) as rows, min(cause) as cause,
             min(struct(line, path, place, found, expected, remedy)) as example
      from   (select r.*,
                     case when is_log and not is_file then path
                          when reason = 'UNKNOWN_ISSUER' then regexp_extract(path, '^gateway/[^/]+/', 0)
                          when is_log and reason in ('FEED_MISSING', 'FEED_INVALID', 'UNKNOWN_PRODUCT')
                            then regexp_extract(path, '^gateway/[^/]+/[^/]+/', 0)
                          when path like 'register/%%' and reason = 'UNKNOWN_ID' then concat(path, ' ', found)
                          else concat(path, ' ', place) end as subject,
                     case when path like 'register/%%' and reason = 'UNKNOWN_ID' then 1
                          when path like 'register/%%' or path like 'rounds/%%' then 0
                          when path like '%%/feed.yaml' then 2
                          when is_file and not is_log then 3
                          when not is_log then 4
                          when is_file then 5
                          else 6 end as cause
              from   (select r.*, %s as is_new,
                             path like 'gateway/%%' and path not like '%%/feed.yaml' as is_log,
                             place like 'file%%' as is_file,
                             try_cast(nullif(regexp_extract(place, 'line ([0-9]+)', 1), '') as bigint) as line
                      from   silver.rejected r %s
                      where  r.reason <> 'UNIT_REFUSED') r)
      group  by subject, reason, is_new
      order  by is_new desc, cause, subject, reason
      limit  %d""";

  private static final String COUNTS =
      """
      select count(*) filter (where r.reason <> 'UNIT_REFUSED')          as refused,
             count(*) filter (where r.reason <> 'UNIT_REFUSED' and %s)   as new,
             count(*) filter (where r.reason = 'UNIT_REFUSED')           as companions
      from   silver.rejected r %s""";

  private static final String JOIN =
      """
      left join (select distinct submission_id as b_id, path as b_path, place as b_place, reason as b_reason
                 from %s) b
             on r.submission_id <=> b_id and r.path = b_path and r.place = b_place and r.reason = b_reason"""
          .formatted(BEFORE);

  /**
   * One refused file, row or log line, or several of one kind.
   *
   * @param path a folder where files of it are held back by one cause
   * @param rows how many it stands for
   */
  public record Refusal(
      String path,
      String place,
      String reason,
      String found,
      String expected,
      String remedy,
      long rows,
      boolean isNew) {

    /** The refusal as one line for the operator. */
    public String japanese() {
      return "%s %s [%s]：検出値「%s」、期待値「%s」。%s"
          .formatted(path, placeJa(), reason, found, expected, remedy);
    }

    private String placeJa() {
      if (path.endsWith("/")) {
        return "のファイル %,d 件".formatted(rows);
      }
      String where =
          FILE.matcher(place).matches() ? "ファイル全体" : LINE.matcher(place).replaceFirst("$1行目");
      return rows > 1 ? "%s ほか計 %,d 行".formatted(where, rows) : where;
    }
  }

  public Refusals {
    first = List.copyOf(first);
  }

  /**
   * Reads.
   *
   * @param before the table's version of the newest release; empty where there is none
   */
  static Refusals read(Tables tables, OptionalLong before) {
    boolean isSame = before.isPresent() && before.equals(tables.version(REJECTED));
    if (!isSame) {
      tables.view(REJECTED, before, BEFORE);
    }
    String isNew = isSame ? "false" : "b_path is null";
    String join = isSame ? "" : JOIN;
    var counts = tables.select(COUNTS.formatted(isNew, join)).get(0);
    var first =
        tables
            .sql(GROUPS.formatted(isNew, join, SHOWN), Map.of())
            .selectExpr(
                "subject",
                "reason",
                "is_new",
                "rows",
                "example.path",
                "example.place",
                "example.found",
                "example.expected",
                "example.remedy")
            .collectAsList()
            .stream()
            .map(
                row -> {
                  String subject = row.getAs("subject");
                  return new Refusal(
                      subject.endsWith("/") ? subject : row.getAs("path"),
                      row.getAs("place"),
                      row.getAs("reason"),
                      text(row.getAs("found")),
                      text(row.getAs("expected")),
                      text(row.getAs("remedy")),
                      row.<Long>getAs("rows"),
                      row.<Boolean>getAs("is_new"));
                })
            .toList();
    return new Refusals(
        first,
        number(counts.get("refused")),
        number(counts.get("new")),
        number(counts.get("companions")));
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Those among the first that the newest release before this run did not have. */
  public List<Refusal> firstNew() {
    return first.stream().filter(Refusal::isNew).toList();
  }

  /** How many are not among the first. */
  public long more() {
    return count - rows(first);
  }

  /** How many new ones are not among the first. */
  public long moreNew() {
    return newCount - rows(firstNew());
  }

  private static long rows(List<Refusal> refusals) {
    return refusals.stream().mapToLong(Refusal::rows).sum();
  }

  /** The first ones, a line each, below one another. */
  String japanese() {
    return first.stream()
        .map(refusal -> "%n  ".formatted() + refusal.japanese())
        .collect(Collectors.joining("", "", more() > 0 ? "%n  ほか %,d 件".formatted(more()) : ""));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
