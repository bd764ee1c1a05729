package jp.renkei.webapi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One survey round.
 *
 * @param dueDate 提出期限
 * @param lastDay 最終期限: due date and days of grace; who answers behind it is late
 */
public record DeskRound(
    String roundId,
    String referenceDate,
    String dueDate,
    String lastDay,
    List<DeskQuestionnaire> questionnaires) {

  /**
   * A questionnaire as the round asks it.
   *
   * @param side ISSUER or AGENT
   */
  public record DeskQuestionnaire(
      String id, int version, String titleJa, String titleEn, String side) {
    public DeskQuestionnaire {
      titleJa = DeskText.of(titleJa);
      titleEn = DeskText.of(titleEn);
      side = DeskText.of(side);
    }
  }

  /** A questionnaire's title in a page's language; its id where the round does not ask it. */
  public String title(String questionnaireId, boolean isJapanese) {
    return questionnaire(questionnaireId)
        .map(one -> isJapanese ? one.titleJa() : one.titleEn())
        .orElse(questionnaireId);
  }

  public DeskRound {
    questionnaires = DeskText.of(questionnaires);
  }

  public LocalDate referenceDay() {
    return LocalDate.parse(referenceDate);
  }

  public LocalDate dueDay() {
    return LocalDate.parse(dueDate);
  }

  public LocalDate finalDay() {
    return LocalDate.parse(lastDay);
  }

  /** Whether whoever answers on a day is late. */
  public boolean isClosedOn(LocalDate day) {
    return day.isAfter(finalDay());
  }

  public Optional<DeskQuestionnaire> questionnaire(String id) {
    return questionnaires.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
