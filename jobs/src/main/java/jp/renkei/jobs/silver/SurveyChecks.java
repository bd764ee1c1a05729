package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.Receipt;

/** What survey files are checked with, beside their rows; the same in a run and without one. */
final class SurveyChecks implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  /** A survey file as far as bronze knows it without its rows. */
  private record Known(
      String path, List<ReceivedFiles.Refusal> refusals, Receipt receipt, Instant receivedAt)
      implements Serializable {}

  private final Map<String, Known> files;
  private final Registers registers;
  private final LastRound last;
  private final Corrections corrections;

  private SurveyChecks(
      Map<String, Known> files, Registers registers, LastRound last, Corrections corrections) {
    this.files = files;
    this.registers = registers;
    this.last = last;
    this.corrections = corrections;
  }

  static SurveyChecks of(
      RegisterSource source,
      List<ReceivedFiles.File> surveyFiles,
      Receipts receipts,
      Registers registers,
      Corrections corrections) {
    var files = new HashMap<String, Known>();
    for (var file : surveyFiles) {
      files.put(
          file.submissionId(),
          new Known(
              file.path(),
              List.copyOf(source.refusals(file)),
              receipts.of(file).orElse(null),
              file.receivedAt()));
    }
    return new SurveyChecks(files, registers, LastRound.NONE, corrections);
  }

  Set<String> submissionIds() {
    return files.keySet();
  }

  /** The verdict on one file, with its corrections. */
  SurveyUnits check(String submissionId, List<ReceivedCsv.Line> lines) {
    var file = files.get(submissionId);
    return SurveyUnits.check(
        submissionId,
        file.path(),
        corrections.over(submissionId, lines),
        file.refusals(),
        new SurveyUnits.Context(
            registers, Optional.ofNullable(file.receipt()), file.receivedAt(), last));
  }

  /**
   * Checks every file, and those once more that a round before can be compared with: what was
   * answered then is known only when all have been checked.
   *
   * @param pass runs the checks that it is given over all their files
   */
  static Map<String, SurveyUnits> checkAll(
      SurveyChecks checks,
      List<ReceivedFiles.File> surveyFiles,
      Function<SurveyChecks, List<SurveyUnits>> pass) {
    var units = new HashMap<String, SurveyUnits>();
    pass.apply(checks).forEach(one -> units.put(one.submissionId(), one));
    var last = LastRound.of(NewestUnits.of(surveyFiles, units), checks.registers, QUESTIONNAIRES);
    var compared =
        units.values().stream()
            .filter(one -> one.verdicts().stream().anyMatch(unit -> last.has(unit.unit())))
            .map(SurveyUnits::submissionId)
            .collect(Collectors.toSet());
    if (!compared.isEmpty()) {
      var files = new HashMap<>(checks.files);
      files.keySet().retainAll(compared);
      pass.apply(new SurveyChecks(files, checks.registers, last, checks.corrections))
          .forEach(one -> units.put(one.submissionId(), one));
    }
    return units;
  }
}
