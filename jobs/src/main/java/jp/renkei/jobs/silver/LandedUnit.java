package jp.renkei.jobs.silver;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Receipt;

/**
 * One respondent's answers to one questionnaire of one round in one file, with the verdict on them.
 *
 * @param version of the questionnaire; empty where the unit names none that there is
 * @param submittedAt by the receipt, else as the file says; empty where it says none that can be
 *     read
 * @param correctionReason why it replaces an earlier one; may be empty
 * @param answers of an accepted unit, where they were asked for
 */
public record LandedUnit(
    String path,
    String sha256,
    String roundId,
    String questionnaireId,
    Optional<Integer> version,
    String respondentId,
    Optional<OffsetDateTime> submittedAt,
    boolean isAccepted,
    boolean isLate,
    String correctionReason,
    List<Problem> problems,
    List<Answer> answers,
    Optional<Receipt> receipt) {
  /** The last is the one that counts, whatever the order in which files arrived. */
  public static final Comparator<LandedUnit> BY_SUBMISSION =
      Comparator.comparing(
              (LandedUnit unit) ->
                  unit.submittedAt().map(OffsetDateTime::toInstant).orElse(Instant.MIN))
          .thenComparing(LandedUnit::sha256);

  public LandedUnit {
    problems = List.copyOf(problems);
    answers = List.copyOf(answers);
  }

  LandedUnit withoutAnswers() {
    return new LandedUnit(
        path,
        sha256,
        roundId,
        questionnaireId,
        version,
        respondentId,
        submittedAt,
        isAccepted,
        isLate,
        correctionReason,
        problems,
        List.of(),
        receipt);
  }

  /** How many errors it was refused for; those of its whole file are not among them. */
  public long errors() {
    return problems.stream().filter(Problem::isError).count();
  }

  /** Whether it is what a respondent answers to a questionnaire of a round. */
  public boolean isOf(String round, String questionnaire, String respondent) {
    return roundId.equals(round)
        && questionnaireId.equals(questionnaire)
        && respondentId.equals(respondent);
  }
}
