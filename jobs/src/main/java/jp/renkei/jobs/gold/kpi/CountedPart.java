package jp.renkei.jobs.gold.kpi;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part that KPI values are added up from, as one row of the KPI's SELECT counts it.
 *
 * @param companies the companies that it is about
 * @param contributors those of them whose answers or logs it is made of
 * @param amounts what is counted, in the order of {@link #COLUMNS}; empty where it is not known
 */
public record CountedPart(
    Set<String> companies, Set<String> contributors, List<OptionalLong> amounts) {
  /** What a row may count; a column that the SELECT does not have is 0. */
  public static final List<String> COLUMNS =
      List.of(
          "numerator",
          "denominator",
          "low_numerator",
          "low_denominator",
          "high_numerator",
          "high_denominator");

  private static final String BUCKET = "lat_";

  static CountedPart of(CountRow row, Set<String> columns) {
    var companies = new TreeSet<String>();
    var contributors = new TreeSet<String>();
    for (String column : List.of("issuer_id", "agent_id")) {
      if (row.has(column)) {
        companies.add(row.text(column));
      }
    }
    if (row.isIssuerBehind()) {
      contributors.add(row.text("issuer_id"));
    }
    if (row.isAgentBehind()) {
      contributors.add(row.text("agent_id"));
    }
    return new CountedPart(
        companies,
        contributors,
        COLUMNS.stream().map(column -> amount(row, column, columns)).toList());
  }

  private static OptionalLong amount(CountRow row, String column, Set<String> columns) {
    if (columns.contains(column)) {
      return row.count(column);
    }
    // A histogram's parts are counted as a whole.
    return OptionalLong.of(
        column.equals("denominator")
            ? columns.stream()
                .filter(bucket -> bucket.startsWith(BUCKET))
                .mapToLong(bucket -> row.count(bucket).orElse(0))
                .sum()
            : 0);
  }
}
