package jp.renkei.reports.explain;

import static jp.renkei.reports.explain.ExplainWords.text;
import static jp.renkei.reports.explain.ExplainWords.texts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Log lines behind a figure: by file and day, and what each day adds. */
record LogEvidence(EvidenceTable files, List<String> submissionIds, boolean isAllCounted) {

  /** Which days of which issuers, and of which front where it is only one. */
  record Span(LocalDate first, LocalDate last, List<String> issuers, boolean isApiOnly) {
    private String condition() {
      return "access_date between date '%s' and date '%s' and issuer_id in (%s)%s"
          .formatted(
              first, last, CountedParts.list(issuers), isApiOnly ? " and front = 'api'" : "");
    }
  }

  static LogEvidence read(DSLContext queries, ExplainWords words, Span span) {
    if (span.issuers().isEmpty()) {
      return new LogEvidence(table(words, List.of()), List.of(), true);
    }
    var rows =
        queries.fetch(
            """
            select f.access_date, f.issuer_id, f.feed_id, f.front, s.path, f.accepted, f.submission_id
            from   silver.log_file_day f
                   left join (select submission_id, min(path) as path from silver.submission group by submission_id) s
                     using (submission_id)
            where  %s
            order  by f.issuer_id, f.access_date, f.front, f.feed_id, s.path"""
                .formatted(span.condition()));
    var told = new ArrayList<List<String>>();
    for (var row : rows) {
      told.add(
          List.of(
              text(row, "access_date"),
              words.company(text(row, "issuer_id")),
              text(row, "feed_id"),
              text(row, "front"),
              text(row, "path"),
              text(row, "accepted"),
              text(row, "submission_id")));
    }
    return new LogEvidence(
        table(words, told),
        rows.stream().map(row -> text(row, "submission_id")).distinct().sorted().toList(),
        isAllCounted(queries, span));
  }

  private static EvidenceTable table(ExplainWords words, List<List<String>> rows) {
    return new EvidenceTable(
        "log_files",
        words.of("ログの受理行数（ファイル・日別）", "Accepted log lines by file and day"),
        List.of(
            words.of("日", "Day"),
            words.of("カード会社", "Issuer"),
            words.of("フィード", "Feed"),
            words.of("受付口", "Front"),
            words.of("ファイル", "File"),
            words.of("受理行数", "Accepted lines"),
            words.of("提出物ID", "Submission")),
        List.of(5),
        rows);
  }

  /** Whether the files' lines of each day are the accesses that the KPIs count from. */
  private static boolean isAllCounted(DSLContext queries, Span span) {
    return queries
        .fetch(
            """
            select issuer_id, access_date, front, sum(lines) as lines, sum(accesses) as accesses
            from   (select issuer_id, access_date, front, accepted as lines, 0 as accesses from silver.log_file_day
                    where %1$s
                    union all
                    select issuer_id, access_date, front, 0, accesses from gold.access_daily where %1$s)
            group  by issuer_id, access_date, front
            having sum(lines) <> sum(accesses)"""
                .formatted(span.condition()))
        .isEmpty();
  }

  /** What each day adds to the figure. */
  static EvidenceTable days(DSLContext queries, ExplainWords words, String daySql) {
    var rows =
        queries.fetch(
            """
            select month as access_date, issuer_id, agent_id,
                   cast(sum(numerator) as bigint) as numerator, cast(sum(denominator) as bigint) as denominator
            from   (%s) where role < 3
            group  by all order by issuer_id, agent_id, access_date"""
                .formatted(daySql));
    var told = new ArrayList<List<String>>();
    for (var row : rows) {
      var cells = new ArrayList<String>();
      cells.add(text(row, "access_date"));
      cells.add(words.company(text(row, "issuer_id")));
      cells.add(words.company(text(row, "agent_id")));
      cells.addAll(texts(row, "numerator", "denominator"));
      told.add(cells);
    }
    return new EvidenceTable(
        "days",
        words.of("日別の内訳", "By day"),
        List.of(
            words.of("日", "Day"),
            words.of("カード会社", "Issuer"),
            words.of("電代業者", "Agent"),
            words.of("分子", "Numerator"),
            words.of("分母", "Denominator")),
        List.of(3, 4),
        told);
  }
}
