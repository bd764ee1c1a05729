package jp.renkei.jobs.silver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.surveys.Problem;

/**
 * What was not accepted, but for log lines: files, rows with a fault, and the rows that share a
 * refused unit with them.
 */
final class Rejections {
  /** The reason of a row without a fault of its own. */
  static final String UNIT_REFUSED = "UNIT_REFUSED";

  private final Map<List<String>, Rejection> rejections = new LinkedHashMap<>();

  private Rejections() {}

  static List<Rejection> of(
      RunContext context, ReceivedFiles received, Fates fates, LogFiles logFiles) {
    var rejections = new Rejections();
    for (var file : received.all()) {
      if (!fates.isReplaced(file)) {
        rejections.addFile(file, received.refusals(file), fates);
      }
      received.strays(file).stream()
          .map(copy -> RegisterProblems.strayCopy(copy.path(), file.path()))
          .forEach(problem -> rejections.add(Rejection.ofPlace(file.submissionId(), problem)));
    }
    // What was never read has no content to be known by.
    context.notTaken().forEach(problem -> rejections.add(Rejection.ofPlace(null, problem)));
    rejections.addGatewayFiles(context, received, fates);
    logFiles.mostlyRejected().forEach(rejections::add);
    return List.copyOf(rejections.rejections.values());
  }

  private void add(Rejection rejection) {
    rejections.merge(rejection.key(), rejection, Rejection::and);
  }

  private void addFile(ReceivedFiles.File file, List<ReceivedFiles.Refusal> refusals, Fates fates) {
    var verdicts = fates.verdicts(file);
    var raw = new HashMap<>(fates.rawRows(file));
    verdicts.forEach(verdict -> verdict.refused().forEach(row -> raw.put(row.line(), row.raw())));
    var faulty = new HashSet<Long>();
    for (var refusal : refusals) {
      faulty.add(refusal.line());
      add(Rejection.of(file, refusal, raw.get(refusal.line())));
    }
    fates.problemsOf(file).stream()
        .filter(Problem::isError)
        .forEach(
            problem -> {
              faulty.add(problem.place().line());
              // The same bytes may lie in two places, each with a problem of its own.
              add(
                  problem.file().equals(file.path())
                      ? Rejection.of(file, problem, raw.get(problem.place().line()))
                      : Rejection.ofPlace(file.submissionId(), problem));
            });
    for (var verdict : verdicts) {
      verdict.problems().stream()
          .filter(Problem::isError)
          .forEach(
              problem -> {
                faulty.add(verdict.lineOf(problem));
                add(Rejection.of(file, problem, raw.get(verdict.lineOf(problem))));
              });
    }
    for (var verdict : verdicts) {
      verdict.refused().stream()
          .filter(row -> !faulty.contains(row.line()))
          .map(row -> companion(file, verdict, row))
          .forEach(this::add);
    }
  }

  private static Rejection companion(
      ReceivedFiles.File file, SurveyUnits.Verdict verdict, SurveyUnits.RefusedRow row) {
    return new Rejection(
        file.submissionId(),
        file.path(),
        row.place().english(),
        UNIT_REFUSED,
        verdict.unit() + " の別の行に誤り",
        "誤りのない回答票",
        "同じ回答者の誤りのある行を直し、回答票の全体を提出し直してください。",
        row.raw());
  }

  private void addGatewayFiles(RunContext context, ReceivedFiles received, Fates fates) {
    var landed = new TreeMap<String, LandedFile>();
    context.landed().forEach(file -> landed.put(file.path(), file));
    var paths = new HashMap<String, String>();
    received.all().forEach(file -> paths.put(file.submissionId(), file.path()));
    for (var problem : context.gatewayProblems()) {
      var file = landed.get(problem.path());
      if (file != null && isRefusal(problem)) {
        add(Rejection.of(file.submissionId(), place(file, problem, paths), caused(problem, fates)));
      }
    }
  }

  /** What follows from a refused register says so, instead of asking for another register. */
  private static FileProblem caused(FileProblem problem, Fates fates) {
    if (problem.code() != FileProblem.Code.UNKNOWN_ISSUER) {
      return problem;
    }
    return fates
        .causeOfUnknownIssuer(problem.found())
        .map(
            cause ->
                new FileProblem(
                    problem.path(), problem.code(), problem.found(), problem.expected(), cause))
        .orElse(problem);
  }

  // A damaged archive stands among the rejected lines already; the same bytes twice are no refusal.
  private static boolean isRefusal(FileProblem problem) {
    return problem.code() != FileProblem.Code.DAMAGED_ARCHIVE
        && problem.code() != FileProblem.Code.SAME_CONTENT;
  }

  /** The same bytes may lie in two places, which are two refusals of one submission. */
  private static String place(LandedFile file, FileProblem problem, Map<String, String> paths) {
    boolean isTheOne = problem.path().equals(paths.get(file.submissionId()));
    return isTheOne ? Rejection.FILE : Rejection.FILE + " " + problem.path();
  }
}
