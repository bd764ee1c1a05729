package jp.renkei.jobs.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.jobs.silver.LandedRegisters;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;

/**
 * Survey files in landing that stand beside nobody in any round, so that no {@link RoundStatus}
 * shows them: those of which nothing could be read, and answers of a round or a respondent that
 * nobody knows. Somebody sent each of them and waits.
 */
public final class LooseFiles {
  private LooseFiles() {}

  /**
   * One file.
   *
   * @param problem the first that keeps it away
   * @param more how many other errors it has
   */
  public record Loose(String path, Problem problem, long more) {}

  /** All of them, by path. */
  public static List<Loose> of(LandedSurveys surveys, QuestionnaireCatalog catalog) {
    var loose = new ArrayList<Loose>();
    for (var file : surveys.files()) {
      if (file.units().isEmpty()) {
        of(file.path(), file.problems()).ifPresent(loose::add);
      }
      for (var unit : file.units()) {
        if (!isSomebodys(unit, surveys.registers(), catalog)) {
          of(file.path(), List.copyOf(all(file.problems(), unit))).ifPresent(loose::add);
        }
      }
    }
    return List.copyOf(loose);
  }

  private static List<Problem> all(List<Problem> ofFile, LandedUnit unit) {
    // Who it is comes before what was answered.
    return Stream.concat(
            unit.problems().stream()
                .filter(one -> one.reason() == Problem.Reason.UNKNOWN_ID)
                .limit(1),
            Stream.concat(ofFile.stream(), unit.problems().stream()))
        .distinct()
        .toList();
  }

  private static Optional<Loose> of(String path, List<Problem> problems) {
    var errors = problems.stream().filter(Problem::isError).toList();
    return errors.stream().findFirst().map(first -> new Loose(path, first, errors.size() - 1L));
  }

  private static boolean isSomebodys(
      LandedUnit unit, LandedRegisters registers, QuestionnaireCatalog catalog) {
    var round = registers.round(unit.roundId());
    var side =
        catalog.questionnaires().stream()
            .filter(questionnaire -> questionnaire.id().equals(unit.questionnaireId()))
            .map(Questionnaire::respondents)
            .findFirst();
    if (round.isEmpty() || side.isEmpty()) {
      return false;
    }
    boolean isAsked =
        round.get().questionnaires().stream()
            .anyMatch(asked -> asked.questionnaireId().equals(unit.questionnaireId()));
    return isAsked
        && (unit.isAccepted()
            || registers.frame(round.get(), side.get()).contains(unit.respondentId()));
  }
}
