package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;

/**
 * The corrections that stand, laid over rows as they were received; the rows themselves stay as
 * they came. Of one cell they apply one after another, by stated_on, file and line, each to what
 * the one before has left, so that a correction is undone by a later one.
 */
final class Corrections implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns of an answer; whose it is and when it was sent are not for others to correct. */
  private static final Set<String> OF_ANSWERS = Set.of("value", "value_state", "free_text");

  private static final Set<SubmissionKind> CORRECTABLE =
      Set.of(
          SubmissionKind.SURVEY,
          SubmissionKind.REGISTER,
          SubmissionKind.ROADMAP,
          SubmissionKind.TARGET,
          SubmissionKind.COMMENT);

  static final Comparator<Correction> ORDER =
      Comparator.comparing(Correction::statedOn)
          .thenComparing(Correction::file)
          .thenComparing(Correction::submissionId)
          .thenComparing(Correction::line);

  /** A correction and the row of a received file that it is about. */
  record Applied(Correction correction, String targetId, long row) implements Serializable {
    private Cell cell() {
      return new Cell(targetId, row, correction.valueColumn());
    }
  }

  private record Cell(String targetId, long row, String column) implements Serializable {}

  private final List<Applied> applied = new ArrayList<>();
  private final Map<Cell, String> values = new HashMap<>();

  private Corrections() {}

  /** No corrections at all. */
  static Corrections none() {
    return new Corrections();
  }

  /**
   * Lays corrections over the files that they speak of.
   *
   * @param problems takes what is wrong; a correction with a problem is not among the result's
   */
  static Corrections of(
      List<Correction> statements, CorrectionTargets targets, List<Problem> problems) {
    var corrections = new Corrections();
    statements.stream()
        .sorted(ORDER)
        .forEach(one -> corrections.apply(one, targets).ifPresent(problems::add));
    return corrections;
  }

  private Optional<Problem> apply(Correction one, CorrectionTargets targets) {
    if (!one.hasOnePlace()) {
      return Optional.of(CorrectionProblems.noPlace(one));
    }
    var target = one.path().isEmpty() ? targets.ofHash(one.sha256()) : targets.at(one.path());
    if (target.isEmpty()) {
      return Optional.of(CorrectionProblems.noFile(one));
    }
    var file = target.get();
    if (!one.sha256().isEmpty() && !one.sha256().equals(file.sha256())) {
      return Optional.of(CorrectionProblems.otherFile(one, file));
    }
    // The next edition of a CSV may have another row on that line, with the same old value.
    if (one.sha256().isEmpty() && one.cell().isEmpty()) {
      return Optional.of(CorrectionProblems.noHash(one, file));
    }
    if (!CORRECTABLE.contains(file.kind())) {
      return Optional.of(
          CorrectionProblems.notCorrectable(
              one,
              file.path(),
              "a survey, register, roadmap, targets or comments file",
              "調査票、登録簿、工程表、目標値、コメントのファイル"));
    }
    if (file.kind() == SubmissionKind.SURVEY && !OF_ANSWERS.contains(one.valueColumn())) {
      return Optional.of(
          CorrectionProblems.notCorrectable(
              one,
              one.column(),
              "one of the columns " + OF_ANSWERS,
              "列 value、value_state、free_text"));
    }
    return applyTo(one, file, targets.asReceived(file));
  }

  private Optional<Problem> applyTo(
      Correction one, ReceivedFiles.File file, List<ReceivedCsv.Line> lines) {
    var row = lines.stream().filter(line -> isAt(one, line)).findFirst();
    var cells = row.map(line -> ReceivedCsv.cells(line.cellsJson()));
    if (cells.isEmpty() || !cells.get().containsKey(one.valueColumn())) {
      return Optional.of(CorrectionProblems.nothingThere(one));
    }
    var here = new Applied(one, file.submissionId(), row.get().line());
    String found = values.getOrDefault(here.cell(), cells.get().get(one.valueColumn())).strip();
    if (!found.equals(one.oldValue())) {
      return Optional.of(CorrectionProblems.otherValue(one, found));
    }
    applied.add(here);
    values.put(here.cell(), one.newValue());
    return Optional.empty();
  }

  /** A form's rows name their cell; the header of a CSV is nobody's value. */
  private static boolean isAt(Correction one, ReceivedCsv.Line line) {
    if (one.cell().isEmpty()) {
      return line.line() == one.targetLine() && line.line() > 1;
    }
    var cells = ReceivedCsv.cells(line.cellsJson());
    return one.sheet().equals(cells.get("sheet")) && one.cell().equals(cells.get("cell"));
  }

  /** The rows of a file with its corrections laid over them. */
  List<ReceivedCsv.Line> over(String submissionId, List<ReceivedCsv.Line> lines) {
    if (values.keySet().stream().noneMatch(cell -> cell.targetId().equals(submissionId))) {
      return lines;
    }
    return lines.stream().map(line -> over(submissionId, line)).toList();
  }

  private ReceivedCsv.Line over(String submissionId, ReceivedCsv.Line line) {
    var cells = ReceivedCsv.cells(line.cellsJson());
    boolean isChanged = false;
    for (var cell : cells.entrySet()) {
      String value = values.get(new Cell(submissionId, line.line(), cell.getKey()));
      if (value != null) {
        cell.setValue(value);
        isChanged = true;
      }
    }
    return isChanged ? new ReceivedCsv.Line(line.line(), ReceivedCsv.json(cells)) : line;
  }

  /** Every correction, in the order in which they apply. */
  List<Applied> applied() {
    return List.copyOf(applied);
  }

  /** Whether a later correction has changed the same cell once more. */
  boolean isOvertaken(Applied one) {
    return applied.stream()
        .skip(applied.indexOf(one) + 1L)
        .anyMatch(later -> later.cell().equals(one.cell()));
  }
}
