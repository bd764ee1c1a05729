package jp.renkei.webapi.quality;

import static jp.renkei.warehouse.jooq.gold.Tables.DATA_QUALITY;
import static jp.renkei.warehouse.jooq.gold.Tables.REJECTED_SUMMARY;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.warehouse.jooq.gold.tables.records.DataQualityRecord;
import jp.renkei.warehouse.rules.DataQualityRules;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import org.jooq.DSLContext;

/** データ品質: {@code /quality}, for the secretariat. */
public final class QualityPages {
  /** Of one rule; all of them stand in the release's table. */
  private static final int MOST_FINDINGS = 50;

  private static final List<String> SEVERITIES = List.of("ERROR", "WARNING", "INFO");

  private final Templates templates;

  public QualityPages(Templates templates) {
    this.templates = templates;
  }

  public Answer quality(PageRequest request) {
    var frame = request.frame();
    if (!frame.isForSecretariat()) {
      throw new NotShown(NotShown.Kind.NO_PAGE, frame.path());
    }
    var page =
        request
            .reader()
            .read(
                queries -> {
                  var coverage = FeedMonths.read(queries);
                  var moves = FigureMoves.read(queries, frame);
                  return new QualityPage(
                      rules(queries, frame),
                      howCovered(frame),
                      coverage.headings(frame),
                      coverage.lines(frame),
                      rejected(queries, frame),
                      moves.shown(),
                      moves.more());
                });
    return Answer.html(templates.render("quality", frame, page));
  }

  private static String howCovered(Frame frame) {
    var rules = DataQualityRules.builtIn();
    return frame.text(
        "quality.coverage.lead",
        String.valueOf(rules.lowWindowDays()),
        String.valueOf(rules.lowPercentBelow()));
  }

  private static List<QualityPage.Rule> rules(DSLContext queries, Frame frame) {
    var byRule =
        queries
            .selectFrom(DATA_QUALITY)
            .orderBy(DATA_QUALITY.FINDING_ID, DATA_QUALITY.SUBJECT)
            .fetch()
            .stream()
            .collect(Collectors.groupingBy(DataQualityRecord::getFindingId));
    return byRule.values().stream()
        .map(findings -> rule(findings, frame))
        .sorted(
            Comparator.comparingInt((QualityPage.Rule rule) -> SEVERITIES.indexOf(rule.severity()))
                .thenComparing(QualityPage.Rule::id))
        .toList();
  }

  private static QualityPage.Rule rule(List<DataQualityRecord> findings, Frame frame) {
    var first = findings.get(0);
    return new QualityPage.Rule(
        first.getFindingId(),
        frame.word("finding", first.getFindingId()),
        first.getSeverity(),
        findings.size(),
        findings.stream()
            .limit(MOST_FINDINGS)
            .map(
                one ->
                    new QualityPage.Finding(
                        one.getSubject(), one.getMessageJa(), KpiFormat.count(one.getRows())))
            .toList(),
        Math.max(0, findings.size() - MOST_FINDINGS));
  }

  private static List<QualityPage.Rejected> rejected(DSLContext queries, Frame frame) {
    return queries
        .selectFrom(REJECTED_SUMMARY)
        .orderBy(REJECTED_SUMMARY.KIND, REJECTED_SUMMARY.REASON)
        .fetch(
            row ->
                new QualityPage.Rejected(
                    frame.word("submission_kind", row.getKind()),
                    row.getReason(),
                    KpiFormat.count(row.getFiles()),
                    KpiFormat.count(row.getRows())));
  }
}
