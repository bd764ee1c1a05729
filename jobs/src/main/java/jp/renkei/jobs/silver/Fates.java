package jp.renkei.jobs.silver;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.gateway.format.RejectReason;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import org.apache.spark.sql.Row;

/** What became of every file: silver.submission and silver.rejected. */
final class Fates {
  private record Counts(long lines, long accepted, long rejected, long duplicates) {}

  private final ReceivedFiles received;
  private final RegisterSteps.Reading reading;
  private final Map<String, SurveyUnits> surveys;
  private final NewestUnits newest;
  private final List<Row> rejectedLines;
  private final Map<String, Counts> gateway = new TreeMap<>();
  private final List<FileProblem> gatewayProblems;
  private final List<Problem> notTaken;

  Fates(
      StepRun run,
      ReceivedFiles received,
      RegisterSteps.Reading reading,
      Map<String, SurveyUnits> surveys,
      NewestUnits newest) {
    this.received = received;
    this.reading = reading;
    this.surveys = surveys;
    this.newest = newest;
    this.rejectedLines = run.read(SubmissionSteps.REJECTED_LINE).collectAsList();
    this.gatewayProblems = run.context().gatewayProblems();
    this.notTaken = run.context().notTaken();
    for (var row : run.read(SubmissionSteps.GATEWAY_FILE).collectAsList()) {
      gateway.put(
          row.getAs("submission_id"),
          new Counts(
              row.<Long>getAs("lines"),
              row.<Long>getAs("accepted"),
              row.<Long>getAs("rejected"),
              row.<Long>getAs("duplicates")));
    }
  }

  List<List<Object>> submissions() {
    var rows = new ArrayList<List<Object>>();
    for (var file : received.all()) {
      if (file.kind() == SubmissionKind.DECISION) {
        // What people decide about releases is not what releases are made of.
        continue;
      }
      var units = surveys.get(file.submissionId());
      if (units != null && !units.verdicts().isEmpty()) {
        units.verdicts().forEach(verdict -> rows.add(unit(file, verdict)));
      } else {
        rows.add(wholeFile(file));
      }
    }
    return rows;
  }

  private List<Object> unit(ReceivedFiles.File file, SurveyUnits.Verdict verdict) {
    String state =
        !verdict.isAccepted()
            ? "REFUSED"
            : newest.counts(file, verdict) ? "ACCEPTED" : "SUPERSEDED";
    boolean isDated = !verdict.submittedAt().equals(SurveyUnits.NEVER);
    return row(
        file,
        verdict.roundId() + "/" + verdict.questionnaireId() + "/" + verdict.respondentId(),
        verdict.roundId(),
        verdict.questionnaireId(),
        verdict.respondentId(),
        isDated ? verdict.submittedAt() : null,
        state,
        verdict.isLate(),
        verdict.problems().size() + received.refusals(file).size(),
        new Counts(
            verdict.lines(),
            verdict.isAccepted() ? verdict.lines() : 0,
            verdict.isAccepted() ? 0 : verdict.lines(),
            0));
  }

  private List<Object> wholeFile(ReceivedFiles.File file) {
    long problems = problemsOf(file).size() + received.refusals(file).size();
    var counts = gateway.get(file.submissionId());
    if (counts == null) {
      long lines = reading.received().getOrDefault(file.submissionId(), 0L);
      long bad =
          problemsOf(file).stream().map(problem -> problem.place().line()).distinct().count();
      counts = new Counts(lines, Math.max(0, lines - bad), Math.min(lines, bad), 0);
    }
    return row(file, "", null, null, null, null, stateOf(file, problems), null, problems, counts);
  }

  private String stateOf(ReceivedFiles.File file, long problems) {
    boolean isReplaced =
        (file.kind() == SubmissionKind.REGISTER || file.kind() == SubmissionKind.ROUND)
            && !received.isInLanding(file)
            && !reading.standing().contains(file.submissionId());
    if (isReplaced) {
      return "SUPERSEDED";
    }
    return switch (file.kind()) {
      case SURVEY, UNKNOWN -> "UNREADABLE";
      case GATEWAY -> gateway.containsKey(file.submissionId()) ? "ACCEPTED" : "UNREADABLE";
      case ROUND -> problems > 0 ? "UNREADABLE" : "ACCEPTED";
      case REGISTER, ROADMAP, TARGET ->
          problems > 0 && !reading.received().containsKey(file.submissionId())
              ? "UNREADABLE"
              : "ACCEPTED";
      case COMMENT, DECISION, FEED -> "ACCEPTED";
    };
  }

  private static List<Object> row(
      ReceivedFiles.File file,
      String unit,
      String roundId,
      String questionnaireId,
      String respondentId,
      OffsetDateTime submittedAt,
      String state,
      Boolean isLate,
      long problems,
      Counts counts) {
    Instant receivedAt = file.receivedAt();
    return Arrays.asList(
        file.submissionId(),
        unit,
        file.kind().name(),
        file.path(),
        file.sha256(),
        receivedAt,
        roundId,
        questionnaireId,
        respondentId,
        submittedAt,
        state,
        isLate,
        problems,
        counts.lines(),
        counts.accepted(),
        counts.rejected(),
        counts.duplicates());
  }

  private List<Problem> problemsOf(ReceivedFiles.File file) {
    var problems = new ArrayList<Problem>();
    problems.addAll(reading.problems().getOrDefault(file.submissionId(), List.of()));
    if (surveys.containsKey(file.submissionId())) {
      problems.addAll(surveys.get(file.submissionId()).fileProblems());
    }
    if (file.kind() == SubmissionKind.UNKNOWN) {
      problems.add(RegisterProblems.unknownFolder(file.path()));
    }
    return problems;
  }

  List<List<Object>> rejected() {
    var rows = new ArrayList<List<Object>>();
    for (var file : received.all()) {
      for (var refusal : received.refusals(file)) {
        rows.add(
            Arrays.asList(
                file.submissionId(),
                file.path(),
                refusal.place(),
                refusal.reason(),
                refusal.found(),
                refusal.expected(),
                refusal.remedy(),
                null));
      }
      var units = surveys.get(file.submissionId());
      var problems = new ArrayList<>(problemsOf(file));
      if (units != null) {
        units.verdicts().forEach(verdict -> problems.addAll(verdict.problems()));
      }
      received
          .strays(file)
          .forEach(copy -> problems.add(RegisterProblems.strayCopy(copy.path(), file.path())));
      problems.stream()
          .filter(Problem::isError)
          .map(problem -> rejection(file.submissionId(), problem))
          .forEach(rows::add);
    }
    // What was never read has no content to be known by.
    notTaken.forEach(problem -> rows.add(rejection(null, problem)));
    var ids = new TreeMap<String, String>();
    received.all().forEach(file -> ids.put(file.path(), file.submissionId()));
    gatewayProblems.stream()
        .filter(problem -> isRefusal(problem) && ids.containsKey(problem.path()))
        .map(problem -> rejection(ids.get(problem.path()), problem))
        .forEach(rows::add);
    for (var line : rejectedLines) {
      rows.add(
          Arrays.asList(
              line.getAs("submission_id"),
              line.getAs("path"),
              "line " + line.<Long>getAs("line"),
              line.getAs("reason"),
              line.getAs("found"),
              line.getAs("expected"),
              RejectReason.valueOf(line.getAs("reason")).ja() + "ログの該当行を確認し、必要なら正しいファイルを提出してください。",
              line.getAs("raw_masked")));
    }
    return rows;
  }

  // A damaged archive stands among the rejected lines already; the same bytes twice are no refusal.
  private static boolean isRefusal(FileProblem problem) {
    return problem.code() != FileProblem.Code.DAMAGED_ARCHIVE
        && problem.code() != FileProblem.Code.SAME_CONTENT;
  }

  private static List<Object> rejection(String submissionId, FileProblem problem) {
    return Arrays.asList(
        submissionId,
        problem.path(),
        "file",
        problem.code().name(),
        problem.found(),
        problem.expected(),
        problem.remedy(),
        null);
  }

  private static List<Object> rejection(String submissionId, Problem problem) {
    return Arrays.asList(
        submissionId,
        problem.file(),
        problem.place().equals(Place.WHOLE_FILE) ? "file" : problem.place().english(),
        problem.reason().name(),
        problem.found(),
        problem.expected().ja(),
        problem.remedy().ja(),
        null);
  }
}
