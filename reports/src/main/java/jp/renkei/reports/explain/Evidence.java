package jp.renkei.reports.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.warehouse.evidence.EvidenceCatalog;
import jp.renkei.warehouse.evidence.EvidenceSource;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiMergers;
import org.jooq.DSLContext;

/** Gathers what stands behind one figure, whichever sources its KPI is counted from. */
final class Evidence {
  private static final EvidenceCatalog CATALOG = EvidenceCatalog.builtIn();

  private final DSLContext queries;
  private final ExplainWords words;
  private final KpiDefinition kpi;
  private final KpiFigure figure;
  private final String roundId;
  private final String partSql;
  private final PartSql sqls;
  private final CountedParts parts;
  private final List<EvidenceTable> tables = new ArrayList<>();
  private final List<Explanation.Check> checks = new ArrayList<>();
  private final Set<String> submissions = new LinkedHashSet<>();
  private final Set<String> respondents = new LinkedHashSet<>();
  private long corrected;

  private Evidence(
      DSLContext queries, ExplainWords words, KpiDefinition kpi, FigureSearch.Found found) {
    this.queries = queries;
    this.words = words;
    this.kpi = kpi;
    this.figure = found.figure();
    this.roundId = found.roundId();
    this.sqls = new PartSql(queries, kpi, figure, roundId);
    this.partSql = sqls.sql(CATALOG);
    this.parts = CountedParts.read(queries, partSql);
  }

  /**
   * Gathers.
   *
   * @param kpi the definition that the figure was made by, on the figure's basis
   */
  static Evidence of(
      DSLContext queries, ExplainWords words, KpiDefinition kpi, FigureSearch.Found found) {
    var evidence = new Evidence(queries, words, kpi, found);
    evidence.gather();
    return evidence;
  }

  CountedParts parts() {
    return parts;
  }

  /** How many answers behind it are not what was sent, but what they were corrected to. */
  long corrected() {
    return corrected;
  }

  List<EvidenceTable> tables() {
    return tables;
  }

  List<Explanation.Check> checks() {
    return checks;
  }

  private void gather() {
    tables.add(PartTable.of(words, parts));
    boolean isOfPairs = figure.isByTodaysIssuers() && kpi.mergers() == KpiMergers.PAIRS;
    check(
        (isOfPairs ? parts.ofDistinctPairs() : parts).comeTo(figure, kpi),
        words.of(
            "数えた行の合計は、公表版の分子・分母・値と一致します。",
            "The counted rows come to the numerator, the denominator and the value of the release."),
        words.of(
            "数えた行の合計が、公表版の値と一致しません。",
            "The counted rows do not come to the figure of the release."));
    if (kpi.quantilePercent().isPresent()) {
      tables.add(BucketTable.of(words, parts.histogram()));
    }
    var sources = CATALOG.sources(kpi);
    if (sources.contains(EvidenceSource.ANSWERS)) {
      answers();
    }
    if (sources.contains(EvidenceSource.SUMMARIES)) {
      add(OtherEvidence.summaries(queries, words, partSql));
    }
    if (sources.contains(EvidenceSource.STATED)) {
      add(OtherEvidence.stated(queries, words, partSql, CATALOG.questions(kpi)));
    }
    if (sources.contains(EvidenceSource.MILESTONES)) {
      add(OtherEvidence.milestones(queries, words, partSql));
    }
    if (sources.contains(EvidenceSource.COVERAGE)) {
      add(OtherEvidence.coverage(queries, words, partSql));
    }
    if (sources.contains(EvidenceSource.LOGS) || sources.contains(EvidenceSource.COVERAGE)) {
      logs(new LogEvidence.Span(figure.periodStart(), figure.periodEnd(), parts.issuers(), false));
    } else if (CATALOG.isWitnessedByLogs(kpi)) {
      var day = figure.periodStart();
      logs(
          new LogEvidence.Span(
              day.withDayOfMonth(1),
              day.withDayOfMonth(day.lengthOfMonth()),
              parts.issuers(),
              true));
    }
    if (sources.contains(EvidenceSource.SUBMISSIONS) && submissions.isEmpty()) {
      tables.add(
          SubmissionEvidence.ofRound(
              queries,
              words,
              roundId,
              parts.entities(part -> part.role() != CountedPart.Role.NONE)));
    } else {
      tables.add(
          SubmissionEvidence.of(
              queries, words, List.copyOf(submissions), List.copyOf(respondents)));
    }
  }

  private void answers() {
    var questions = CATALOG.questions(kpi);
    if (questions.isEmpty()) {
      return;
    }
    var answers = AnswerEvidence.read(queries, words, partSql, questions);
    tables.add(answers.table());
    corrected = answers.corrected();
    submissions.addAll(answers.submissionIds());
    respondents.addAll(answers.respondentIds());
  }

  private void logs(LogEvidence.Span span) {
    if (sqls.isByDay()) {
      String daySql = sqls.sqlByDay();
      check(
          CountedParts.read(queries, daySql).comeTo(figure, kpi) || parts.all().isEmpty(),
          words.of("日別の内訳の合計は、分子・分母と一致します。", "The days come to the numerator and the denominator."),
          words.of(
              "日別の内訳の合計が、分子・分母と一致しません。",
              "The days do not come to the numerator and the denominator."));
      tables.add(LogEvidence.days(queries, words, daySql));
    }
    var logs = LogEvidence.read(queries, words, span);
    check(
        logs.isAllCounted(),
        words.of(
            "ログの受理行数は、日ごと・受付口ごとに、集計に使ったアクセス数と一致します。",
            "The accepted log lines are the accesses that were counted, day by day and front by front."),
        words.of(
            "ログの受理行数と、集計に使ったアクセス数が一致しない日があります。",
            "On some days the accepted log lines are not the accesses that were counted."));
    tables.add(logs.files());
    submissions.addAll(logs.submissionIds());
  }

  private void add(OtherEvidence other) {
    tables.add(other.table());
    submissions.addAll(other.submissionIds());
  }

  private void check(boolean holds, String text, String otherwise) {
    checks.add(new Explanation.Check(holds ? text : otherwise, holds));
  }
}
