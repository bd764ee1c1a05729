package jp.renkei.jobs.silver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.landing.LandingProblems;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Receipt;
import jp.renkei.surveys.RepeatedProblems;
import jp.renkei.surveys.SurveyRound;

/**
 * The survey files of a landing folder with the verdict on each unit, as the next run would give
 * it. Looked at again and again by a process that stays: what did not change is not read twice, and
 * of what was read only the verdicts are kept, not the answers. Not for use by several threads.
 */
public final class LandedSurveys {
  private final Path landing;
  private Map<String, Stamp> context = Map.of();
  private LandedRegisters registers;
  private final Map<String, Judged> judged = new ConcurrentSkipListMap<>();

  /** What tells that a file is still the same. */
  private record Stamp(long size, FileTime modified, Object key) {
    static final Stamp NONE = new Stamp(-1, FileTime.fromMillis(0), "");

    static Stamp of(Path file) throws IOException {
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          now.size(), now.lastModifiedTime(), Optional.ofNullable(now.fileKey()).orElse(""));
    }
  }

  /** What a survey file comes to. */
  public record Looked(String path, String sha256, List<Problem> problems, List<LandedUnit> units) {
    public Looked {
      problems = List.copyOf(problems);
      units = List.copyOf(units);
    }

    private Looked withoutAnswers() {
      return new Looked(
          path, sha256, problems, units.stream().map(LandedUnit::withoutAnswers).toList());
    }
  }

  /** The verdict on a file, and what it rests on. */
  private record Judged(
      Stamp stamp, LandedRegisters registers, Optional<Receipt> receipt, Looked looked) {}

  public LandedSurveys(Path landing) {
    this.landing = landing;
    this.registers = LandedRegisters.read(landing);
    this.context = stamps();
  }

  /** Registers and rounds as they lie there now. */
  public LandedRegisters registers() {
    var now = stamps();
    if (!now.equals(context)) {
      registers = LandedRegisters.read(landing);
      context = now;
    }
    return registers;
  }

  /** Every survey file that lies there now, by path; its units come without their answers. */
  public List<Looked> files() {
    var known = registers();
    var receipts = LandedReceipts.read(landing);
    var there = below("surveys");
    judged.keySet().retainAll(there.keySet());
    there.entrySet().parallelStream()
        .forEach(file -> judge(file.getKey(), file.getValue(), known, receipts));
    return judged.values().stream().map(Judged::looked).toList();
  }

  /** The newest accepted unit of each round, questionnaire and respondent; others left out. */
  public Optional<LandedUnit> newestAccepted(
      String round, String questionnaire, String respondent) {
    return files().stream()
        .flatMap(looked -> looked.units().stream())
        .filter(unit -> unit.isAccepted() && unit.isOf(round, questionnaire, respondent))
        .max(LandedUnit.BY_SUBMISSION);
  }

  /** What a respondent answered in the newest round before in which it did; empty without one. */
  public List<Answer> lastAnswers(SurveyRound round, String questionnaire, String respondent) {
    return registers().rounds().stream()
        .filter(before -> before.referenceDate().isBefore(round.referenceDate()))
        .flatMap(before -> newestAccepted(before.roundId(), questionnaire, respondent).stream())
        .findFirst()
        .map(this::answers)
        .orElseGet(List::of);
  }

  /**
   * The answers of a unit that {@link #files} lists, read from its file again: those of all rounds
   * would take too much memory.
   */
  public List<Answer> answers(LandedUnit unit) {
    try {
      var text = TextFile.read(unit.path(), landing.resolve(unit.path()));
      return look(unit.path(), text, registers, unit.receipt(), LastRound.NONE).units().stream()
          .filter(one -> one.isOf(unit.roundId(), unit.questionnaireId(), unit.respondentId()))
          .findFirst()
          .map(LandedUnit::answers)
          .orElseGet(List::of);
    } catch (IOException e) {
      // Taken away since it was listed: then there is nothing to compare with.
      return List.of();
    }
  }

  /**
   * What a file would come to if it were handed in now, under a name of its own. Of units that are
   * not the sender's nothing is looked up, and nothing is told but that they are somebody else's.
   *
   * @param ownRespondent whose file it must be; empty for anybody's
   */
  public Looked check(
      String name, byte[] content, Optional<String> ownRespondent, OffsetDateTime now) {
    String sha256 = Sha256.of(content);
    var tooLarge = AnswerFile.tooLarge(name, content.length);
    if (tooLarge.isPresent()) {
      return new Looked(name, sha256, List.of(tooLarge.get()), List.of());
    }
    var text = TextFile.of("surveys/" + name, content);
    var receipt =
        Optional.of(
            new Receipt(
                sha256, "surveys/" + name, now, "check", "", now.toLocalDate(), "", "", List.of()));
    var alone = look(name, text, registers(), receipt, LastRound.NONE);
    var stranger =
        alone.units().stream()
            .map(LandedUnit::respondentId)
            .filter(id -> ownRespondent.isPresent() && !id.equals(ownRespondent.get()))
            .findFirst();
    if (stranger.isPresent()) {
      var problem = SenderProblems.strangersForm(name, ownRespondent.get(), stranger.get());
      return new Looked(name, sha256, List.of(problem), List.of());
    }
    if (alone.units().size() > 1) {
      var problem = SenderProblems.severalUnits(name, alone.units().size());
      return new Looked(name, sha256, List.of(problem), List.of());
    }
    return compared(name, text, receipt);
  }

  /** The verdict on a file beside what its respondents answered in the last round. */
  Looked compared(String path, TextFile text, Optional<Receipt> receipt) {
    var known = registers();
    var alone = look(path, text, known, receipt, LastRound.NONE);
    var last = new HashMap<String, List<Answer>>();
    for (var unit : alone.units()) {
      known
          .round(unit.roundId())
          .map(round -> lastAnswers(round, unit.questionnaireId(), unit.respondentId()))
          .filter(answers -> !answers.isEmpty())
          .ifPresent(
              answers ->
                  last.put(
                      SurveyUnits.unit(unit.roundId(), unit.questionnaireId(), unit.respondentId()),
                      answers));
    }
    return last.isEmpty() ? alone : look(path, text, known, receipt, new LastRound(last));
  }

  private void judge(String path, Path file, LandedRegisters known, Map<String, Receipt> receipts) {
    try {
      var stamp = Stamp.of(file);
      var before = judged.get(path);
      boolean isSame =
          before != null
              && before.stamp().equals(stamp)
              && before.registers() == known
              && before.receipt().equals(receipt(receipts, before.looked()));
      if (isSame) {
        return;
      }
      var tooLarge = AnswerFile.tooLarge(path, stamp.size());
      if (tooLarge.isPresent()) {
        put(path, stamp, known, Optional.empty(), unlooked(path, tooLarge.get()));
        return;
      }
      var text = TextFile.read(path, file);
      var receipt = Optional.ofNullable(receipts.get(text.file().sha256()));
      put(path, stamp, known, receipt, look(path, text, known, receipt, LastRound.NONE));
    } catch (IOException e) {
      // Without a stamp it is looked at anew the next time.
      judged.put(
          path,
          new Judged(
              Stamp.NONE,
              known,
              Optional.empty(),
              unlooked(path, LandingProblems.unreadable(path, e))));
    }
  }

  private void put(
      String path, Stamp stamp, LandedRegisters known, Optional<Receipt> receipt, Looked looked) {
    judged.put(path, new Judged(stamp, known, receipt, looked.withoutAnswers()));
  }

  private static Looked unlooked(String path, Problem problem) {
    return new Looked(path, "", List.of(problem), List.of());
  }

  private static Optional<Receipt> receipt(Map<String, Receipt> receipts, Looked looked) {
    return Optional.ofNullable(receipts.get(looked.sha256()));
  }

  private static Looked look(
      String path,
      TextFile text,
      LandedRegisters known,
      Optional<Receipt> receipt,
      LastRound last) {
    var units =
        SurveyUnits.check(
            text.file().submissionId(),
            path,
            text.lines(),
            text.refusals(),
            new SurveyUnits.Context(known.registers(), receipt, text.file().receivedAt(), last));
    String sha256 = text.file().sha256();
    var problems = new LinkedHashSet<>(text.problems());
    problems.addAll(units.fileProblems());
    if (units.fileProblems().stream().anyMatch(one -> one.reason() == Reason.UNKNOWN_FORM)) {
      // Of another file than a survey's, how its lines are parted helps nobody.
      problems.removeIf(
          one -> one.reason() != Reason.UNKNOWN_FORM && one.reason() != Reason.CARD_NUMBER_FOUND);
    }
    return new Looked(
        path,
        sha256,
        units.verdicts().isEmpty() ? RepeatedProblems.counted(problems) : List.copyOf(problems),
        units.verdicts().stream().map(verdict -> unit(path, sha256, verdict, receipt)).toList());
  }

  private static LandedUnit unit(
      String path, String sha256, SurveyUnits.Verdict verdict, Optional<Receipt> receipt) {
    boolean isDated = !verdict.submittedAt().equals(SurveyUnits.NEVER);
    return new LandedUnit(
        path,
        sha256,
        verdict.roundId(),
        verdict.questionnaireId(),
        Optional.of((int) verdict.version()).filter(version -> version > 0),
        verdict.respondentId(),
        isDated ? Optional.of(verdict.submittedAt()) : Optional.empty(),
        verdict.isAccepted(),
        verdict.isLate(),
        verdict.correctionReason(),
        verdict.problems(),
        verdict.answers(),
        receipt);
  }

  private Map<String, Stamp> stamps() {
    var stamps = new HashMap<String, Stamp>();
    try {
      for (var file : LandedRegisters.files(landing).entrySet()) {
        stamps.put(file.getKey(), Stamp.of(file.getValue()));
      }
    } catch (IOException e) {
      // Read anew each time, which tells the problem each time.
      stamps.put("", new Stamp(System.nanoTime(), Stamp.NONE.modified(), ""));
    }
    return stamps;
  }

  private Map<String, Path> below(String folder) {
    return LandedReceipts.below(landing, folder);
  }
}
