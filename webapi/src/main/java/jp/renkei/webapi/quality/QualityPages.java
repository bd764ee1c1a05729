package jp.renkei.webapi.quality;

import static jp.renkei.warehouse.jooq.gold.Tables.DATA_QUALITY;
import static jp.renkei.warehouse.jooq.gold.Tables.REJECTED_SUMMARY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.warehouse.jooq.gold.tables.records.DataQualityRecord;
import jp.renkei.warehouse.quality.Finding;
import jp.renkei.warehouse.quality.Waiver;
import jp.renkei.warehouse.quality.Waivers;
import jp.renkei.warehouse.rules.DataQualityRules;
import jp.renkei.warehouse.rules.QualityRule;
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

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final List<String> SEVERITIES = List.of("ERROR", "WARNING", "NOTICE", "INFO");

  private final Templates templates;
  private final Waivers waivers;

  public QualityPages(Templates templates, Path landing) {
    this.templates = templates;
    this.waivers = new Waivers(landing);
  }

  public Answer quality(PageRequest request) {
    var frame = request.frame();
    if (!frame.isForSecretariat()) {
      throw new NotShown(NotShown.Kind.NO_PAGE, frame.path());
    }
    var standing = waivers.standing();
    var page =
        request
            .reader()
            .read(
                queries -> {
                  var coverage = FeedMonths.read(queries);
                  var moves = FigureMoves.read(queries, frame);
                  return new QualityPage(
                      rules(queries, frame, standing),
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

  private static List<QualityPage.Rule> rules(
      DSLContext queries, Frame frame, Collection<Waiver> standing) {
    var byRule =
        queries
            .selectFrom(DATA_QUALITY)
            .orderBy(DATA_QUALITY.FINDING_ID, DATA_QUALITY.SUBJECT)
            .fetch()
            .stream()
            .collect(Collectors.groupingBy(DataQualityRecord::getFindingId));
    return byRule.values().stream()
        .map(findings -> rule(findings, frame, standing))
        .sorted(
            Comparator.comparingInt((QualityPage.Rule rule) -> SEVERITIES.indexOf(rule.severity()))
                .thenComparing(QualityPage.Rule::id))
        .toList();
  }

  private static QualityPage.Rule rule(
      List<DataQualityRecord> findings, Frame frame, Collection<Waiver> standing) {
    var first = findings.get(0);
    var known = QualityRule.of(first.getFindingId());
    return new QualityPage.Rule(
        first.getFindingId(),
        known.map(rule -> rule.title().in(frame.isJapanese())).orElseGet(first::getFindingId),
        first.getSeverity(),
        findings.size(),
        known.map(rule -> rule.rows().in(frame.isJapanese())).orElse(""),
        frame.isJapanese() ? "" : known.map(rule -> rule.message().en()).orElse(""),
        findings.stream()
            .limit(MOST_FINDINGS)
            .map(
                one ->
                    new QualityPage.Finding(
                        one.getSubject(),
                        one.getMessageJa(),
                        KpiFormat.count(one.getRows()),
                        answered(one, frame, standing)))
            .toList(),
        Math.max(0, findings.size() - MOST_FINDINGS));
  }

  /** Who answers for an error, and whether somebody still has to. */
  private static String answered(DataQualityRecord row, Frame frame, Collection<Waiver> standing) {
    var finding =
        new Finding(
            row.getFindingId(),
            row.getSeverity(),
            row.getSubject(),
            row.getMessageJa(),
            row.getRows());
    if (!finding.isError()) {
      return "";
    }
    return Waivers.of(finding, standing)
        .map(
            one ->
                frame.text(
                    "quality.waived",
                    one.by(),
                    frame.date(LocalDate.ofInstant(one.at(), JAPAN)),
                    one.reason()))
        .orElseGet(() -> frame.text("quality.open"));
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
