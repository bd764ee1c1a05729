package jp.renkei.jobs.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.gateway.GatewayFileResult;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.Landing;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;

/** What a run was given and what it has found out on its way. */
public final class RunContext {
  private final WarehouseFolder warehouse;
  private final Landing landing;
  private final List<Problem> notTaken = new ArrayList<>();
  private final Optional<LocalDate> givenAsOf;
  private final Clock clock;
  private final Consumer<GatewayFileResult> onGatewayFile;
  private List<FileProblem> gatewayProblems = List.of();
  private Optional<LocalDate> foundAsOf = Optional.empty();

  public RunContext(
      WarehouseFolder warehouse,
      Landing landing,
      Optional<LocalDate> givenAsOf,
      Clock clock,
      Consumer<GatewayFileResult> onGatewayFile) {
    this.warehouse = warehouse;
    this.landing = landing;
    notTaken.addAll(landing.problems());
    this.givenAsOf = givenAsOf;
    this.clock = clock;
    this.onGatewayFile = onGatewayFile;
  }

  public WarehouseFolder warehouse() {
    return warehouse;
  }

  public List<LandedFile> landed() {
    return landing.files();
  }

  /** A line for each of some files of landing, which is another when a file is. */
  public String landed(Predicate<SubmissionKind> kinds) {
    return landed().stream()
        .filter(file -> kinds.test(file.kind()))
        .map(file -> file.path() + ' ' + file.sha256() + '\n')
        .collect(Collectors.joining());
  }

  /** Files that lie in landing and could not be taken in this run, one problem each. */
  public List<Problem> notTaken() {
    return List.copyOf(notTaken);
  }

  public void foundNotTaken(List<Problem> problems) {
    notTaken.addAll(problems);
  }

  public Clock clock() {
    return clock;
  }

  /** What is wrong with gateway files as a whole. */
  public List<FileProblem> gatewayProblems() {
    return gatewayProblems;
  }

  public void foundGatewayProblems(List<FileProblem> problems) {
    gatewayProblems = List.copyOf(problems);
  }

  /** Tells whoever watches that a log file is done. */
  public void gatewayFileDone(GatewayFileResult result) {
    onGatewayFile.accept(result);
  }

  /**
   * The date by which figures count as final and milestones as due; the one given, else the newest
   * one found.
   *
   * @throws DataProblemException when nothing dated was accepted
   */
  public LocalDate asOf() {
    return asOfIfAny()
        .orElseThrow(
            () ->
                new DataProblemException(
                    "公表版（案）を作れません。日付のあるもの（調査回、回答、ログ、工程表）が1件も受理されていません。landing に置いて、もう一度 run を実行してください。",
                    "Cannot make a release: nothing dated was accepted, expected a round, a survey"
                        + " answer, a log or a roadmap. Place one in landing, then run again."));
  }

  /** The as-of date, empty while nothing dated was accepted. */
  public Optional<LocalDate> asOfIfAny() {
    return givenAsOf.or(() -> foundAsOf);
  }

  public void foundAsOf(Optional<LocalDate> date) {
    foundAsOf = date;
  }
}
