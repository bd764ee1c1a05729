package jp.renkei.jobs;

import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.jobs.run.Tables;

/**
 * What was refused, newest state of all submissions, as an operator wants to read it: the first few
 * one by one, and how many there are. Rows that only share a unit with a refused one are counted
 * apart.
 *
 * @param first whole files first, log lines last
 * @param count of all, but for the companions
 * @param companions rows without a fault of their own in refused units
 */
public record Refusals(List<Refusal> first, long count, long companions) {
  private static final int SHOWN = 20;

  /** One refused file, row or log line. */
  public record Refusal(
      String path, String place, String reason, String found, String expected, String remedy) {

    /** The refusal as one line for the operator. */
    public String japanese() {
      return "%s %s [%s]：検出値「%s」、期待値「%s」。%s"
          .formatted(path, place, reason, found, expected, remedy);
    }
  }

  public Refusals {
    first = List.copyOf(first);
  }

  static Refusals read(Tables tables) {
    var counts =
        tables
            .select(
                """
                select count(*) filter (where reason <> 'UNIT_REFUSED') as refused,
                       count(*) filter (where reason = 'UNIT_REFUSED')  as companions
                from   silver.rejected""")
            .get(0);
    var first =
        tables
            .select(
                """
                select path, place, reason, found, expected, remedy
                from   silver.rejected
                where  reason <> 'UNIT_REFUSED'
                order  by case when place like 'file%%' then 0
                               when path like 'gateway/%%' then 2 else 1 end,
                          path, place, reason
                limit  %d"""
                    .formatted(SHOWN))
            .stream()
            .map(
                row ->
                    new Refusal(
                        text(row.get("path")),
                        text(row.get("place")),
                        text(row.get("reason")),
                        text(row.get("found")),
                        text(row.get("expected")),
                        text(row.get("remedy"))))
            .toList();
    return new Refusals(first, number(counts.get("refused")), number(counts.get("companions")));
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** How many are not among the first. */
  public long more() {
    return count - first.size();
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

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
