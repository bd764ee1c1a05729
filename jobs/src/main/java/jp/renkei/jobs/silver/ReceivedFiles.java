package jp.renkei.jobs.silver;

import static jp.renkei.jobs.bronze.ReceiveFiles.RECEIVED_ROW;
import static jp.renkei.jobs.bronze.ReceiveFiles.REFUSED_ROW;
import static jp.renkei.jobs.bronze.ReceiveFiles.SUBMISSION;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
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
final class ReceivedFiles {
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

  private final Map<String, File> files = new TreeMap<>();
  private final Map<String, List<Refusal>> refusals = new HashMap<>();
  private final Set<String> landedNow = new HashSet<>();

  static ReceivedFiles read(StepRun run) {
    var received = new ReceivedFiles();
    var landed = new HashMap<String, LandedFile>();
    run.context().landed().forEach(file -> landed.putIfAbsent(file.submissionId(), file));
    for (var row : run.read(SUBMISSION).collectAsList()) {
      String id = row.getAs("submission_id");
      // A file that was moved to its right place since is what its place now says.
      var now = Optional.ofNullable(landed.get(id));
      var file =
          new File(
              id,
              row.getAs("sha256"),
              now.map(LandedFile::kind).orElseGet(() -> SubmissionKind.valueOf(row.getAs("kind"))),
              now.map(LandedFile::path).orElseGet(() -> row.getAs("path")),
              row.getAs("received_at"));
      received.files.put(file.submissionId(), file);
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
    received.landedNow.addAll(landed.keySet());
    return received;
  }

  List<File> all() {
    return List.copyOf(files.values());
  }

  List<File> of(SubmissionKind kind) {
    return files.values().stream().filter(file -> file.kind() == kind).toList();
  }

  /**
   * The files of a kind that count: of registers and rounds those that lie in landing now, since a
   * register is replaced by placing its next edition; of everything else all that ever arrived.
   */
  List<File> current(SubmissionKind kind) {
    return of(kind).stream().filter(file -> !isReplaced(file)).toList();
  }

  /**
   * Whether a later edition took a file's place: a register, a round or a feed.yaml that is not in
   * landing any more.
   */
  boolean isReplaced(File file) {
    return switch (file.kind()) {
      case REGISTER, ROUND, FEED -> !landedNow.contains(file.submissionId());
      default -> false;
    };
  }

  List<Refusal> refusals(File file) {
    return refusals.getOrDefault(file.submissionId(), List.of());
  }

  /** The bronze rows of files, by submission. */
  static Map<String, List<ReceivedCsv.Line>> lines(StepRun run, List<File> files) {
    var ids = files.stream().map(File::submissionId).toArray();
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
