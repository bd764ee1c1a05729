package jp.renkei.jobs.silver;

import static jp.renkei.jobs.bronze.ReceiveFiles.RECEIVED_ROW;
import static jp.renkei.jobs.bronze.ReceiveFiles.REFUSED_ROW;
import static jp.renkei.jobs.bronze.ReceiveFiles.SUBMISSION;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.jobs.bronze.ReceivedFile;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import org.apache.spark.sql.functions;

/** What bronze holds, file by file, as the silver steps take it. */
final class ReceivedFiles implements RegisterSource, CorrectionTargets {
  /** One received file. */
  record File(
      String submissionId, String sha256, SubmissionKind kind, String path, Instant receivedAt) {}

  /** A problem that was found while reading a file. */
  record Refusal(
      long line, String place, String reason, String found, String expected, String remedy)
      implements Serializable {
    private static final Set<String> OF_ONE_ROW =
        Set.of(Reason.CARD_NUMBER_FOUND.name(), Reason.WRONG_COLUMN_COUNT.name());

    /** What bronze would hold of a problem. */
    static Refusal of(Problem problem) {
      return new Refusal(
          problem.place().line(),
          ReceivedFile.placeOf(problem),
          problem.reason().name(),
          problem.found(),
          problem.expected().ja(),
          problem.remedy().ja());
    }

    /** Whatever fails in reading makes the file unsafe, but for what is a matter of its row. */
    boolean isOfWholeFile() {
      return !OF_ONE_ROW.contains(reason);
    }
  }

  private final StepRun run;
  private final Map<String, File> files = new TreeMap<>();
  private final Map<String, List<Refusal>> refusals = new HashMap<>();
  private final Map<String, List<LandedFile>> strays = new HashMap<>();
  private final Set<String> landedNow = new HashSet<>();
  private final Set<String> placesNow = new HashSet<>();
  private Optional<Corrections> corrections = Optional.empty();

  private ReceivedFiles(StepRun run) {
    this.run = run;
  }

  static ReceivedFiles read(StepRun run) {
    var received = new ReceivedFiles(run);
    var submissions = run.read(SUBMISSION).collectAsList();
    var copies = Copies.landed(run);
    for (var row : submissions) {
      String id = row.getAs("submission_id");
      // A file that was moved to its right place since is what its place now says.
      var choice = copies.choose(id, SubmissionKind.valueOf(row.getAs("kind")));
      var file =
          new File(
              id,
              row.getAs("sha256"),
              choice.kind(),
              choice.place().map(LandedFile::path).orElseGet(() -> row.getAs("path")),
              row.getAs("received_at"));
      received.files.put(id, file);
      received.strays.put(id, choice.strays());
      if (choice.place().isPresent()) {
        received.landedNow.add(id);
      }
    }
    for (var row : run.read(REFUSED_ROW).collectAsList()) {
      received
          .refusals
          .computeIfAbsent(row.getAs("submission_id"), absent -> new ArrayList<>())
          .add(
              new Refusal(
                  row.<Long>getAs("line"),
                  row.getAs("place"),
                  row.getAs("reason"),
                  row.getAs("found"),
                  row.getAs("expected"),
                  row.getAs("remedy")));
    }
    run.context().landed().forEach(file -> received.placesNow.add(file.path()));
    run.context().notTaken().forEach(problem -> received.placesNow.add(problem.file()));
    return received;
  }

  List<File> all() {
    return List.copyOf(files.values());
  }

  @Override
  public List<File> of(SubmissionKind kind) {
    return files.values().stream().filter(file -> file.kind() == kind).toList();
  }

  /**
   * The files of a kind that count: of registers and rounds those that lie in landing now, since a
   * register is replaced by placing its next edition; of everything else all that ever arrived.
   */
  @Override
  public List<File> current(SubmissionKind kind) {
    return of(kind).stream().filter(file -> !isReplaced(file)).toList();
  }

  /**
   * Whether a later edition took a file's place: a register, a round, a feed.yaml or a
   * register.yaml that is not in landing any more.
   */
  boolean isReplaced(File file) {
    return switch (file.kind()) {
      case REGISTER, ROUND, FEED, FOREIGN_REGISTER, CORRECTION ->
          !landedNow.contains(file.submissionId());
      default -> false;
    };
  }

  @Override
  public boolean isInLanding(File file) {
    return landedNow.contains(file.submissionId());
  }

  @Override
  public boolean isTaken(String place) {
    return placesNow.stream()
        .anyMatch(taken -> place.equals(taken) || place.startsWith(taken + "/"));
  }

  @Override
  public List<String> places(File file) {
    var places =
        run.context().landed().stream()
            .filter(landed -> landed.submissionId().equals(file.submissionId()))
            .filter(landed -> landed.kind() == file.kind())
            .map(LandedFile::path)
            .toList();
    return places.isEmpty() ? List.of(file.path()) : places;
  }

  @Override
  public List<File> earlier(SubmissionKind kind, String place) {
    return of(kind).stream()
        .filter(file -> file.path().equals(place) && !isInLanding(file))
        .sorted(Comparator.comparing(File::receivedAt).thenComparing(File::sha256).reversed())
        .toList();
  }

  /** Places in landing where the same bytes lie without being taken for a file of their own. */
  List<LandedFile> strays(File file) {
    return strays.getOrDefault(file.submissionId(), List.of());
  }

  @Override
  public List<Refusal> refusals(File file) {
    return refusals.getOrDefault(file.submissionId(), List.of());
  }

  @Override
  public Map<String, List<ReceivedCsv.Line>> lines(List<File> asked) {
    var lines = linesOf(run, asked.stream().map(File::submissionId).toList());
    var standing = corrections();
    lines.replaceAll(standing::over);
    return lines;
  }

  /**
   * The corrections that stand.
   *
   * @throws jp.renkei.jobs.DataProblemException when one of them cannot be applied
   */
  Corrections corrections() {
    if (corrections.isEmpty()) {
      corrections = Optional.of(StandingCorrections.read(this, run.context().notTaken()));
    }
    return corrections.get();
  }

  /** The rows of corrections themselves, which nothing corrects. */
  Map<String, List<ReceivedCsv.Line>> uncorrected(List<File> asked) {
    return linesOf(run, asked.stream().map(File::submissionId).toList());
  }

  @Override
  public Optional<File> at(String path) {
    return files.values().stream()
        .filter(file -> places(file).contains(path))
        .max(
            Comparator.comparing(this::isInLanding)
                .thenComparing(File::receivedAt)
                .thenComparing(File::sha256));
  }

  @Override
  public Optional<File> ofHash(String sha256) {
    return files.values().stream().filter(file -> file.sha256().equals(sha256)).findFirst();
  }

  @Override
  public List<ReceivedCsv.Line> asReceived(File file) {
    return uncorrected(List.of(file)).getOrDefault(file.submissionId(), List.of());
  }

  /** The bronze rows of files, by submission. */
  static Map<String, List<ReceivedCsv.Line>> linesOf(StepRun run, List<String> submissionIds) {
    var ids = submissionIds.toArray();
    var lines = new HashMap<String, List<ReceivedCsv.Line>>();
    for (var row :
        run.read(RECEIVED_ROW).where(functions.col("submission_id").isin(ids)).collectAsList()) {
      lines
          .computeIfAbsent(row.getAs("submission_id"), absent -> new ArrayList<>())
          .add(new ReceivedCsv.Line(row.<Long>getAs("line"), row.getAs("cells_json")));
    }
    return lines;
  }
}
