package jp.renkei.jobs.silver;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.jobs.foreign.RegisterDescription;
import jp.renkei.jobs.foreign.RegisterHistory;
import jp.renkei.jobs.foreign.Snapshot;
import jp.renkei.jobs.foreign.SnapshotReader;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.rules.BrandIdentityRules;

/**
 * The registers of other countries: each by its description, with the history that its snapshots
 * tell. A description is replaced in its place, an unusable one leaves the edition before standing;
 * snapshots stay once they arrived.
 */
final class ForeignRegisters {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** A register with its snapshots, and the submission that each is from, by path. */
  record Register(
      RegisterDescription description, RegisterHistory history, Map<String, String> submissions) {}

  /** What became of a file: the brands in it, and whether they count. */
  record Fate(long rows, boolean isTaken, boolean isReadable) {}

  private final RegisterSource source;
  private final Map<String, Register> registers = new TreeMap<>();
  private final Map<String, List<Problem>> problems = new HashMap<>();
  private final Map<String, Fate> fates = new HashMap<>();
  private final Set<String> standing = new HashSet<>();

  private ForeignRegisters(RegisterSource source) {
    this.source = source;
  }

  static ForeignRegisters read(RegisterSource source) {
    var read = new ForeignRegisters(source);
    var files =
        Stream.concat(
                source.of(SubmissionKind.FOREIGN_REGISTER).stream(),
                source.of(SubmissionKind.FOREIGN_SNAPSHOT).stream())
            .toList();
    if (files.isEmpty()) {
      return read;
    }
    var lines = source.lines(files);
    var texts = new HashMap<String, String>();
    files.forEach(
        file ->
            texts.put(
                file.submissionId(),
                ReceivedCsv.text(lines.getOrDefault(file.submissionId(), List.of()))));
    read.readAll(texts);
    return read;
  }

  /** The registers that have a description, by id. */
  List<Register> registers() {
    return List.copyOf(registers.values());
  }

  /** What is wrong with a file, as far as bronze does not say it. */
  List<Problem> problems(ReceivedFiles.File file) {
    return problems.getOrDefault(file.submissionId(), List.of());
  }

  /** What became of a snapshot, or of a description; empty for one that counts for nothing now. */
  Optional<Fate> fate(ReceivedFiles.File file) {
    return Optional.ofNullable(fates.get(file.submissionId()));
  }

  /** Whether a description is used, also where it stands for a later one. */
  boolean isStanding(ReceivedFiles.File file) {
    return standing.contains(file.submissionId());
  }

  private void readAll(Map<String, String> texts) {
    var descriptions = new TreeMap<String, Optional<RegisterDescription>>();
    source.of(SubmissionKind.FOREIGN_REGISTER).stream()
        .map(ReceivedFiles.File::path)
        .distinct()
        .filter(source::isTaken)
        .forEach(path -> describe(path, texts, descriptions));
    var snapshots = new TreeMap<String, List<Snapshot>>();
    var submissions = new HashMap<String, String>();
    for (var file : source.current(SubmissionKind.FOREIGN_SNAPSHOT)) {
      for (String path : source.places(file)) {
        submissions.put(path, file.submissionId());
        read(file, path, texts.get(file.submissionId()), descriptions, snapshots);
      }
    }
    var rules = BrandIdentityRules.builtIn();
    descriptions.forEach(
        (folder, description) ->
            description.ifPresent(
                one -> {
                  var all = snapshots.getOrDefault(folder, List.of());
                  var history = RegisterHistory.of(rules, all);
                  registers.put(one.registerId(), new Register(one, history, submissions));
                  judge(history, submissions);
                }));
  }

  /** The edition of a description that stands. */
  private void describe(
      String path,
      Map<String, String> texts,
      Map<String, Optional<RegisterDescription>> descriptions) {
    if (path.split("/").length != ForeignProblems.DEPTH) {
      source.current(SubmissionKind.FOREIGN_REGISTER).stream()
          .filter(file -> file.path().equals(path))
          .forEach(file -> add(file, ForeignProblems.wrongFolder(path)));
      return;
    }
    String folder = folder(path);
    var editions =
        Stream.concat(
                source.current(SubmissionKind.FOREIGN_REGISTER).stream()
                    .filter(file -> file.path().equals(path)),
                source.earlier(SubmissionKind.FOREIGN_REGISTER, path).stream())
            .toList();
    descriptions.put(folder, Optional.empty());
    for (var file : editions) {
      boolean isNow = source.isInLanding(file);
      try {
        if (source.refusals(file).isEmpty()) {
          String id = folder.substring(folder.lastIndexOf('/') + 1);
          descriptions.put(
              folder,
              Optional.of(RegisterDescription.parse(id, path, texts.get(file.submissionId()))));
          standing.add(file.submissionId());
          fates.put(file.submissionId(), new Fate(0, true, true));
          return;
        }
      } catch (DefinitionException e) {
        if (isNow) {
          add(file, ForeignProblems.noDescription(path, e));
        }
      }
      if (isNow) {
        fates.put(file.submissionId(), new Fate(0, false, false));
      }
    }
  }

  private void read(
      ReceivedFiles.File file,
      String path,
      String text,
      Map<String, Optional<RegisterDescription>> descriptions,
      Map<String, List<Snapshot>> snapshots) {
    boolean isNow = source.isInLanding(file);
    var description = descriptions.get(folder(path));
    if (path.split("/").length != ForeignProblems.DEPTH) {
      refuse(file, isNow, ForeignProblems.wrongFolder(path));
    } else if (description == null) {
      refuse(file, isNow, ForeignProblems.undescribed(path));
    } else if (description.isEmpty()) {
      refuse(file, isNow, ForeignProblems.unusableDescription(path));
    } else if (!source.refusals(file).isEmpty()) {
      fates.put(file.submissionId(), new Fate(0, false, false));
    } else {
      var receivedOn = LocalDate.ofInstant(file.receivedAt(), TOKYO);
      var reading = SnapshotReader.read(description.get(), path, text, receivedOn);
      reading.problems().forEach(problem -> add(file, problem));
      reading
          .snapshot()
          .ifPresent(
              snapshot ->
                  snapshots
                      .computeIfAbsent(folder(path), absent -> new ArrayList<>())
                      .add(snapshot));
      fates.merge(
          file.submissionId(),
          new Fate(reading.rows(), false, reading.rows() > 0),
          (one, other) -> other.rows() > 0 ? other : one);
    }
  }

  /** A file that was taken out of landing, with the register's description, is no problem. */
  private void refuse(ReceivedFiles.File file, boolean isNow, Problem problem) {
    if (isNow) {
      add(file, problem);
      fates.putIfAbsent(file.submissionId(), new Fate(0, false, false));
    }
  }

  /** Takes what the history takes, and hands on what it says of its snapshots. */
  private void judge(RegisterHistory history, Map<String, String> submissions) {
    for (var snapshot : history.snapshots()) {
      fates.computeIfPresent(
          submissions.get(snapshot.path()), (id, fate) -> new Fate(fate.rows(), true, true));
    }
    for (var problem : history.problems()) {
      var file =
          source.of(SubmissionKind.FOREIGN_SNAPSHOT).stream()
              .filter(one -> one.submissionId().equals(submissions.get(problem.file())))
              .findFirst()
              .orElseThrow();
      if (source.isInLanding(file) || problem.isWarning()) {
        add(file, problem);
      } else {
        fates.remove(file.submissionId());
      }
    }
  }

  private void add(ReceivedFiles.File file, Problem problem) {
    problems.computeIfAbsent(file.submissionId(), absent -> new ArrayList<>()).add(problem);
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
