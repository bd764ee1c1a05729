package jp.renkei.reports.explain;

import static jp.renkei.reports.explain.ExplainWords.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** What figures are counted from beside answers and logs; each with the files that say it. */
record OtherEvidence(EvidenceTable table, List<String> submissionIds) {

  /** Months that issuers counted at their own sites. */
  static OtherEvidence summaries(DSLContext queries, ExplainWords words, String partSql) {
    var rows =
        queries.fetch(
            """
            select distinct s.* from silver.issuer_summary s join (%s) p on p.month = s.month and p.issuer_id = s.issuer_id
            order by s.issuer_id, s.month"""
                .formatted(partSql));
    return of(
        "summaries",
        words.of("カード会社集計", "Issuers' summaries"),
        rows,
        List.of(
            words.of("月", "Month"),
            words.of("カード会社", "Issuer"),
            words.of("作成日時", "Created"),
            words.of("署名鍵の指紋", "Key"),
            words.of("提出物ID", "Submission")),
        row ->
            List.of(
                text(row, "month").substring(0, 7),
                words.company(text(row, "issuer_id")),
                text(row, "created_at"),
                text(row, "key_fingerprint"),
                text(row, "submission_id")));
  }

  /** Figures that issuers state in the shape of CDR Get Metrics v5. */
  static OtherEvidence stated(
      DSLContext queries, ExplainWords words, String partSql, SortedSet<String> metrics) {
    var rows =
        queries.fetch(
            """
            select distinct m.* from silver.cdr_metric m
                   join (%s) p on p.issuer_id = m.issuer_id and p.month = date_trunc('month', m.period_start)
            where m.metric in (%s)
            order by m.issuer_id, m.metric, m.period_start, m.aspect, m.part, m.hour"""
                .formatted(partSql, CountedParts.list(List.copyOf(metrics))));
    return of(
        "stated",
        words.of("申告値（CDR形式）", "Stated figures"),
        rows,
        List.of(
            words.of("カード会社", "Issuer"),
            words.of("期間", "Period"),
            words.of("日", "Day"),
            words.of("指標", "Metric"),
            words.of("階層・種別", "Aspect"),
            words.of("値", "Value"),
            words.of("集計時刻", "Requested"),
            words.of("提出物ID", "Submission")),
        row ->
            List.of(
                words.company(text(row, "issuer_id")),
                text(row, "period_type"),
                text(row, "period_start"),
                text(row, "metric"),
                text(row, "aspect"),
                text(row, "value"),
                text(row, "requested_at"),
                text(row, "submission_id")));
  }

  /** Days of which logs are due. */
  static OtherEvidence coverage(DSLContext queries, ExplainWords words, String partSql) {
    var rows =
        queries.fetch(
            """
            select c.access_date, c.issuer_id, c.feed_id, c.is_covered, c.accepted, cast(null as varchar) as submission_id
            from   gold.log_coverage c join (%s) p on p.month = c.month and p.issuer_id = c.issuer_id
            where  c.is_due
            order  by c.issuer_id, c.feed_id, c.access_date"""
                .formatted(partSql));
    return new OtherEvidence(
        of(
                "coverage",
                words.of("ログの提出対象日", "Days of which logs are due"),
                rows,
                List.of(
                    words.of("日", "Day"),
                    words.of("カード会社", "Issuer"),
                    words.of("フィード", "Feed"),
                    words.of("提出済み", "Handed in"),
                    words.of("受理行数", "Accepted lines")),
                row ->
                    List.of(
                        text(row, "access_date"),
                        words.company(text(row, "issuer_id")),
                        text(row, "feed_id"),
                        yes(words, row, "is_covered"),
                        text(row, "accepted")))
            .table(),
        List.of());
  }

  /** The milestones and every statement about them. */
  static OtherEvidence milestones(DSLContext queries, ExplainWords words, String partSql) {
    var rows =
        queries.fetch(
            """
            select distinct r.*, m.is_due, m.is_on_time, m.slip_days, s.path
            from   gold.milestone m
                   join (%s) p on p.measure = m.measure_id and p.issuer_id is not distinct from m.issuer_id
                   join silver.milestone_revision r on r.milestone_id = m.milestone_id
                   left join silver.submission s on s.submission_id = r.submission_id
            where  p.role < 3 and (m.is_due or m.slip_days is not null)
            order  by r.milestone_id, r.revision"""
                .formatted(partSql));
    return of(
        "milestones",
        words.of("マイルストーンとその表明", "Milestones and what was stated of them"),
        rows,
        List.of(
            words.of("マイルストーン", "Milestone"),
            words.of("改訂", "Revision"),
            words.of("内容", "Title"),
            words.of("当初終了", "Baseline end"),
            words.of("見込み", "Forecast"),
            words.of("実績", "Actual"),
            words.of("期限到来", "Due"),
            words.of("期限内", "On time"),
            words.of("遅れ（日）", "Slip (days)"),
            words.of("表明者", "Stated by"),
            words.of("表明日", "Stated on"),
            words.of("ファイル", "File"),
            words.of("位置", "Place"),
            words.of("提出物ID", "Submission")),
        row -> {
          var cells =
              new ArrayList<>(
                  ExplainWords.texts(
                      row,
                      "milestone_id",
                      "revision",
                      "title_ja",
                      "baseline_end",
                      "forecast_end",
                      "actual_end"));
          cells.add(yes(words, row, "is_due"));
          cells.add(yes(words, row, "is_on_time"));
          cells.addAll(ExplainWords.texts(row, "slip_days", "stated_by", "stated_on", "path"));
          Long line = row.get("line", Long.class);
          cells.add(line == null ? "" : words.of(line + "行目", "line " + line));
          cells.add(text(row, "submission_id"));
          return cells;
        });
  }

  private static String yes(ExplainWords words, Record row, String column) {
    return Boolean.TRUE.equals(row.get(column, Boolean.class))
        ? words.of("はい", "yes")
        : words.of("いいえ", "no");
  }

  /** Makes the cells of a row. */
  private interface Cells {
    List<String> of(Record row);
  }

  private static OtherEvidence of(
      String id, String title, Result<Record> rows, List<String> columns, Cells cells) {
    var told = new ArrayList<List<String>>();
    rows.forEach(row -> told.add(cells.of(row)));
    return new OtherEvidence(
        new EvidenceTable(id, title, columns, List.of(), told),
        rows.stream().map(row -> text(row, "submission_id")).distinct().sorted().toList());
  }
}
