package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.metrics.MetricsFile;
import jp.renkei.jobs.silver.ReceivedFiles.File;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/**
 * What became of the files below {@code metrics/}. Of the editions that lay in one place the newest
 * that is right stands and withdraws the earlier ones; a file that was taken away stays.
 */
final class MetricsFiles implements StatedFiles {
  /** The verdict on one file; {@link SurveyUnits#NEVER} where it says no time of request. */
  record Verdict(
      String submissionId, OffsetDateTime requestTime, boolean isJson, List<Problem> problems)
      implements Serializable {
    boolean isRight() {
      return isJson && !Problem.anyError(problems);
    }
  }

  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final Set<String> replaced = new HashSet<>();

  private MetricsFiles() {}

  /**
   * Reads.
   *
   * @param check gives the verdicts on files, from submission to path, as their content has it
   */
  static MetricsFiles read(
      ReceivedFiles received,
      RegisterSteps.Reading reading,
      Function<Map<String, String>, List<Verdict>> check) {
    var metrics = new MetricsFiles();
    var files = received.of(SubmissionKind.METRICS);
    if (files.isEmpty()) {
      return metrics;
    }
    var readable =
        files.stream()
            .filter(file -> received.refusals(file).isEmpty())
            .collect(Collectors.toMap(File::submissionId, File::path));
    check.apply(readable).forEach(one -> metrics.verdicts.put(one.submissionId(), one));
    var issuers = issuerIds(reading);
    files.forEach(file -> metrics.addPlaceProblem(file, issuers));
    files.stream().map(File::path).distinct().forEach(place -> metrics.replace(received, place));
    return metrics;
  }

  static Set<String> issuerIds(RegisterSteps.Reading reading) {
    return reading.rows().getOrDefault("silver.issuer", List.of()).stream()
        .map(row -> row.text("issuer_id"))
        .collect(Collectors.toSet());
  }

  /** The verdict on the content of a file. */
  static Verdict check(String submissionId, String path, String text) {
    var file = MetricsFile.of(path, text);
    return new Verdict(
        submissionId, file.requestTime().orElse(SurveyUnits.NEVER), true, file.problems());
  }

  /** What is wrong with the place of a file; an issuer is told by its folder. */
  static Stream<Problem> placeProblem(String path, Set<String> issuers) {
    var issuer = MetricsFile.issuerOf(path);
    if (issuer.isPresent() && issuers.contains(issuer.get())) {
      return Stream.empty();
    }
    return Stream.of(
        Problem.error(
            path,
            Place.WHOLE_FILE,
            Reason.UNKNOWN_ID,
            issuer.orElse(path),
            new BilingualText(
                "metrics/<issuer_id>/<name>.json with an issuer of register/issuers.csv",
                "register/issuers.csv にあるカード会社IDのフォルダ（metrics/<カード会社ID>/<名前>.json）"),
            new BilingualText(
                "Place the file in its issuer's folder, or add the issuer to the register.",
                "カード会社のフォルダに置くか、登録簿にカード会社を加えてください。")));
  }

  private void addPlaceProblem(File file, Set<String> issuers) {
    var verdict =
        verdicts.getOrDefault(
            file.submissionId(),
            new Verdict(file.submissionId(), SurveyUnits.NEVER, false, List.of()));
    var problems = new ArrayList<>(placeProblem(file.path(), issuers).toList());
    problems.addAll(verdict.problems());
    verdicts.put(
        file.submissionId(),
        new Verdict(
            file.submissionId(), verdict.requestTime(), verdict.isJson(), List.copyOf(problems)));
  }

  private void replace(ReceivedFiles received, String place) {
    var editions =
        Stream.concat(
            received.of(SubmissionKind.METRICS).stream()
                .filter(file -> file.path().equals(place) && received.isInLanding(file)),
            received.earlier(SubmissionKind.METRICS, place).stream());
    boolean isFound = false;
    for (var edition : editions.toList()) {
      if (isFound) {
        replaced.add(edition.submissionId());
      }
      isFound = isFound || of(edition).isRight();
    }
  }

  private Verdict of(File file) {
    return verdicts.get(file.submissionId());
  }

  @Override
  public List<Problem> problems(File file) {
    return of(file).problems();
  }

  @Override
  public boolean isRight(File file) {
    return of(file).isRight();
  }

  @Override
  public boolean isReadable(File file) {
    return of(file).isJson();
  }

  @Override
  public boolean isReplaced(File file) {
    return replaced.contains(file.submissionId());
  }

  @Override
  public Optional<OffsetDateTime> statedAt(File file) {
    return Optional.of(of(file).requestTime()).filter(time -> !time.equals(SurveyUnits.NEVER));
  }

  @Override
  public Optional<String> issuerOf(File file) {
    return MetricsFile.issuerOf(file.path());
  }
}
