package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.silver.ReceivedFiles.File;
import jp.renkei.jobs.silver.ReceivedFiles.Refusal;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Receipt;

/** What became of every file and unit: the rows of silver.submission. */
final class Fates {
  private static final List<Object> NO_UNIT = Arrays.asList("", null, null, null, null);
  private static final List<Object> NO_RECEIPT = Arrays.asList(null, null, null, null, null);

  private final ReceivedFiles received;
  private final RegisterSteps.Reading reading;
  private final Receipts receipts;
  private final Map<String, SurveyUnits> surveys;
  private final NewestUnits newest;
  private final ForeignRegisters foreign;
  private final LogFiles logFiles;
  private final Map<SubmissionKind, StatedFiles> stated;
  private final Map<String, Long> gatewayProblems;

  Fates(
      ReceivedFiles received,
      RegisterSteps.Reading reading,
      Receipts receipts,
      Map<String, SurveyUnits> surveys,
      NewestUnits newest,
      ForeignRegisters foreign,
      LogFiles logFiles,
      Map<SubmissionKind, StatedFiles> stated,
      List<FileProblem> gatewayProblems) {
    this.received = received;
    this.reading = reading;
    this.receipts = receipts;
    this.surveys = surveys;
    this.newest = newest;
    this.foreign = foreign;
    this.logFiles = logFiles;
    this.stated = Map.copyOf(stated);
    this.gatewayProblems =
        gatewayProblems.stream()
            .collect(Collectors.groupingBy(FileProblem::path, Collectors.counting()));
  }

  List<List<Object>> submissions() {
    var rows = new ArrayList<List<Object>>();
    for (var file : received.all()) {
      // What people decide about releases is not what releases are made of.
      if (file.kind() != SubmissionKind.DECISION) {
        var verdicts = verdicts(file);
        verdicts.forEach(verdict -> rows.add(unit(file, verdict)));
        if (verdicts.isEmpty() || !surveys.get(file.submissionId()).loose().isEmpty()) {
          rows.add(restOf(file));
        }
      }
    }
    return rows;
  }

  /** The units of a survey file; none of any other. */
  List<SurveyUnits.Verdict> verdicts(File file) {
    var units = surveys.get(file.submissionId());
    return units == null ? List.of() : units.verdicts();
  }

  /** What is wrong with a file beside its units, as far as bronze does not say it. */
  List<Problem> problemsOf(File file) {
    if (file.kind() == SubmissionKind.UNKNOWN) {
      return List.of(RegisterProblems.unknownFolder(file.path()));
    }
    if (file.kind() == SubmissionKind.RECEIPT) {
      return receipts.problems(file);
    }
    if (ForeignRegisterSteps.isForeign(file.kind())) {
      return foreign.problems(file);
    }
    if (stated.containsKey(file.kind())) {
      return stated.get(file.kind()).problems(file);
    }
    var units = surveys.get(file.submissionId());
    return units == null
        ? reading.problems().getOrDefault(file.submissionId(), List.of())
        : units.fileProblems();
  }

  /** Why an issuer is unknown, where its own row or the whole register was refused. */
  Optional<String> causeOfUnknownIssuer(String issuerId) {
    var line = reading.refusedIssuers().get(issuerId);
    if (line != null) {
      return Optional.of("登録簿 register/issuers.csv " + line + "行目が受理されていないためです。その行を直してください。");
    }
    return reading.rows().getOrDefault("silver.issuer", List.of()).isEmpty()
        ? Optional.of("登録簿 register/issuers.csv に使える行がないためです。先に登録簿を直してください。")
        : Optional.empty();
  }

  /** The rows of a file beside its units that may be refused, by line. */
  Map<Long, String> rawRows(File file) {
    var raw = new HashMap<Long, String>();
    var units = surveys.get(file.submissionId());
    if (units != null) {
      units.loose().forEach(row -> raw.put(row.line(), row.raw()));
    }
    var lines = reading.lines().get(file.submissionId());
    if (lines != null && file.kind() != SubmissionKind.ROUND) {
      var refused = new HashSet<Long>();
      problemsOf(file).forEach(problem -> refused.add(problem.place().line()));
      received.refusals(file).forEach(refusal -> refused.add(refusal.line()));
      lines.stream()
          .filter(line -> refused.contains(line.line()))
          .forEach(line -> raw.put(line.line(), ReceivedCsv.raw(line)));
    }
    return raw;
  }

  private List<Object> unit(File file, SurveyUnits.Verdict verdict) {
    String state =
        !verdict.isAccepted()
            ? "REFUSED"
            : newest.counts(file, verdict) ? "ACCEPTED" : "SUPERSEDED";
    boolean isDated = !verdict.submittedAt().equals(SurveyUnits.NEVER);
    var lines =
        verdict.refused().stream().map(SurveyUnits.RefusedRow::line).collect(Collectors.toSet());
    var refusals = verdict.isWholeFile() ? received.refusals(file) : refusals(file, lines);
    var receipt = receipts.of(file);
    return SubmissionRow.of(
        file,
        Arrays.asList(
            verdict.unit(),
            verdict.roundId(),
            verdict.questionnaireId(),
            verdict.version() > 0 ? verdict.version() : null,
            verdict.respondentId()),
        isDated ? verdict.submittedAt() : null,
        state,
        verdict.isLate(),
        count(verdict.problems(), refusals),
        RowCounts.allOrNothing(verdict.lines(), verdict.isAccepted()),
        Arrays.asList(
            said(receipt, Receipt::submittedBy),
            said(receipt, Receipt::onBehalfOf),
            receipt.map(Receipt::arrivedOn).orElse(null),
            said(receipt, Receipt::note),
            verdict.correctionReason().isEmpty() ? null : verdict.correctionReason()));
  }

  /** The file without units, or the rows of it that belong to no unit. */
  private List<Object> restOf(File file) {
    long problems = count(problemsOf(file), refusalsOfNoUnit(file));
    problems += gatewayProblems.getOrDefault(file.path(), 0L);
    var counts = counts(file);
    problems += file.kind() == SubmissionKind.GATEWAY ? counts.rejected() : 0;
    String state = stateOf(file, problems, counts);
    if (stated.containsKey(file.kind())) {
      return statedFigures(file, state, problems);
    }
    return SubmissionRow.of(file, NO_UNIT, null, state, null, problems, counts, NO_RECEIPT);
  }

  /** A file of stated figures is an issuer's as of the time that it states. */
  private List<Object> statedFigures(File file, String state, long problems) {
    var files = stated.get(file.kind());
    return SubmissionRow.of(
        file,
        Arrays.asList("", null, null, null, files.issuerOf(file).orElse(null)),
        files.statedAt(file).orElse(null),
        state,
        null,
        problems,
        RowCounts.NONE,
        NO_RECEIPT);
  }

  private static String said(Optional<Receipt> receipt, Function<Receipt, String> what) {
    return receipt.map(what).filter(text -> !text.isEmpty()).orElse(null);
  }

  private List<Refusal> refusalsOfNoUnit(File file) {
    if (verdicts(file).isEmpty()) {
      return received.refusals(file);
    }
    return refusals(file, rawRows(file).keySet());
  }

  private List<Refusal> refusals(File file, Set<Long> lines) {
    return received.refusals(file).stream()
        .filter(refusal -> lines.contains(refusal.line()))
        .toList();
  }

  /** Bronze and silver may say the same of one place. */
  private static long count(List<Problem> problems, List<Refusal> refusals) {
    return Stream.concat(
            problems.stream().filter(Fates::asksForAnything).map(Refusal::of), refusals.stream())
        .distinct()
        .count();
  }

  private static boolean asksForAnything(Problem problem) {
    return problem.isError() || problem.isWarning();
  }

  private RowCounts counts(File file) {
    String id = file.submissionId();
    return switch (file.kind()) {
      case GATEWAY ->
          logFiles
              .of(id)
              .map(
                  log ->
                      new RowCounts(log.lines(), log.accepted(), log.rejected(), log.duplicates()))
              .orElse(RowCounts.NONE);
      case SURVEY -> {
        var units = surveys.get(id);
        if (units == null) {
          yield RowCounts.NONE;
        }
        long lines = units.verdicts().isEmpty() ? units.lines() : units.loose().size();
        yield RowCounts.allOrNothing(lines, false);
      }
      case REGISTER, ROADMAP, TARGET, COMMENT, CORRECTION -> {
        long lines = reading.received().getOrDefault(id, 0L);
        long taken = reading.taken().getOrDefault(id, 0L);
        yield new RowCounts(lines, taken, lines - taken, 0);
      }
      case FOREIGN_SNAPSHOT ->
          foreign
              .fate(file)
              .map(fate -> RowCounts.allOrNothing(fate.rows(), fate.isTaken()))
              .orElse(RowCounts.NONE);
      default -> RowCounts.NONE;
    };
  }

  /** Whether a later edition took the file's place and can be used. */
  boolean isReplaced(File file) {
    return stated.containsKey(file.kind()) && stated.get(file.kind()).isReplaced(file)
        || received.isReplaced(file)
            && !reading.standing().contains(file.submissionId())
            && !foreign.isStanding(file);
  }

  private String stateOf(File file, long problems, RowCounts counts) {
    boolean countsNoMore =
        file.kind() == SubmissionKind.FOREIGN_SNAPSHOT && foreign.fate(file).isEmpty();
    if (isReplaced(file) || countsNoMore) {
      return "SUPERSEDED";
    }
    boolean isTaken =
        switch (file.kind()) {
          case SURVEY, UNKNOWN -> false;
          case GATEWAY -> logFiles.of(file.submissionId()).isPresent();
          case ROUND -> reading.standing().contains(file.submissionId());
          case FEED -> problems == 0;
          case RECEIPT -> receipts.isReadable(file) && receipts.problems(file).isEmpty();
          case REGISTER, ROADMAP, TARGET, COMMENT, CORRECTION ->
              counts.accepted() > 0 || problems == 0;
          case FOREIGN_REGISTER, FOREIGN_SNAPSHOT ->
              foreign.fate(file).filter(ForeignRegisters.Fate::isTaken).isPresent();
          case METRICS, SUMMARY -> stated.get(file.kind()).isRight(file);
          case DECISION -> true;
        };
    if (isTaken) {
      return "ACCEPTED";
    }
    return isReadable(file) ? "REFUSED" : "UNREADABLE";
  }

  /** Whether a file that was not taken has rows that were looked at one by one. */
  private boolean isReadable(File file) {
    return switch (file.kind()) {
      case SURVEY -> !verdicts(file).isEmpty();
      case RECEIPT -> receipts.isReadable(file);
      case FOREIGN_SNAPSHOT ->
          foreign.fate(file).filter(ForeignRegisters.Fate::isReadable).isPresent();
      case METRICS, SUMMARY -> stated.get(file.kind()).isReadable(file);
      case REGISTER, ROADMAP, TARGET, COMMENT, CORRECTION ->
          Stream.concat(
                  problemsOf(file).stream().map(Refusal::of), received.refusals(file).stream())
              .noneMatch(problem -> problem.line() <= 1);
      default -> false;
    };
  }
}
