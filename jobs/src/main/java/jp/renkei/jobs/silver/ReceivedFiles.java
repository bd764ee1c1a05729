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
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.StepRun;
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
    boolean isOfWholeFile() {
      // A card number is a matter of its row; whatever else fails in reading makes the file unsafe.
      return !reason.equals("CARD_NUMBER_FOUND");
    }

    /** The same for registers, whose rows stand each for itself. */
    boolean isOfWholeRegister() {
      return isOfWholeFile() && !reason.equals("WRONG_COLUMN_COUNT");
    }
  }

  private final Map<String, File> files = new TreeMap<>();
  private final Map<String, List<Refusal>> refusals = new HashMap<>();
  private final Map<String, List<LandedFile>> strays = new HashMap<>();
  private final Set<String> landedNow = new HashSet<>();
  private final Set<String> placesNow = new HashSet<>();

  static ReceivedFiles read(StepRun run) {
    var received = new ReceivedFiles();
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

  List<File> of(SubmissionKind kind) {
    return files.values().stream().filter(file -> file.kind() == kind).toList();
  }

  /**
   * The files of a kind that count: of registers and rounds those that lie in landing now, since a
   * register is replaced by placing its next edition; of everything else all that ever arrived.
   */
  List<File> current(SubmissionKind kind) {
    boolean isReplaced = kind == SubmissionKind.REGISTER || kind == SubmissionKind.ROUND;
    return of(kind).stream()
        .filter(file -> !isReplaced || landedNow.contains(file.submissionId()))
        .toList();
  }

  boolean isInLanding(File file) {
    return landedNow.contains(file.submissionId());
  }

  /** Whether something lies at a place of landing now, or in a folder there that is unreadable. */
  boolean isTaken(String place) {
    return placesNow.stream()
        .anyMatch(taken -> place.equals(taken) || place.startsWith(taken + "/"));
  }

  /** What lay at a place before what lies there now, the newest first. */
  List<File> earlier(SubmissionKind kind, String place) {
    return of(kind).stream()
        .filter(file -> file.path().equals(place) && !isInLanding(file))
        .sorted(Comparator.comparing(File::receivedAt).thenComparing(File::sha256).reversed())
        .toList();
  }

  /** Places in landing where the same bytes lie without being taken for a file of their own. */
  List<LandedFile> strays(File file) {
    return strays.getOrDefault(file.submissionId(), List.of());
  }

  List<Refusal> refusals(File file) {
    return refusals.getOrDefault(file.submissionId(), List.of());
  }

  /** The bronze rows of files, by submission. */
  static Map<String, List<ReceivedCsv.Line>> lines(StepRun run, List<File> files) {
    return linesOf(run, files.stream().map(File::submissionId).toList());
  }

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
