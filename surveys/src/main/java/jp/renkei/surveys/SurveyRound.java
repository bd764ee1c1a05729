package jp.renkei.surveys;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One survey round, from {@code rounds/<round_id>.yaml}.
 *
 * @param frameId the population of the issuer side; the agents' is who is valid on the reference
 *     date
 */
public record SurveyRound(
    String roundId,
    LocalDate referenceDate,
    LocalDate dueDate,
    int graceDays,
    String frameId,
    List<Asked> questionnaires,
    Optional<ChosenIssuers> chosenIssuers) {

  private static final int MOST_GRACE_DAYS = 366;

  /** A questionnaire version that the round asks. */
  public record Asked(String questionnaireId, int version) {}

  /**
   * Issuers of the round that are also counted apart, as a group and never one by one.
   *
   * @param labelJa what they are called, for example 大手8社
   */
  public record ChosenIssuers(String labelJa, List<String> issuers) {
    public ChosenIssuers {
      issuers = List.copyOf(issuers);
      if (issuers.isEmpty() || issuers.stream().distinct().count() != issuers.size()) {
        throw new DefinitionException(
            "Cannot use chosen issuers '%s': found %s, expected issuers, each once."
                .formatted(labelJa, issuers),
            new InJapanese("chosen_issuers：" + issuers, "1社以上のカード会社ID（重複なし）"));
      }
    }

    private static ChosenIssuers of(YamlNode node) {
      node.allowOnly("label", "issuers");
      return new ChosenIssuers(node.text("label"), node.texts("issuers"));
    }
  }

  public SurveyRound {
    questionnaires = List.copyOf(questionnaires);
    if (dueDate.isBefore(referenceDate)) {
      throw new DefinitionException(
          "Cannot use round %s: it is due on %s, before its reference date %s."
              .formatted(roundId, dueDate, referenceDate),
          new InJapanese("due_date：" + dueDate, "reference_date（" + referenceDate + "）以後の日付"));
    }
    if (graceDays < 0) {
      throw new DefinitionException(
          "Cannot use round %s: found %d grace days, expected 0 or more."
              .formatted(roundId, graceDays),
          new InJapanese("grace_days：" + graceDays, "0以上の整数"));
    }
    if (questionnaires.isEmpty()) {
      throw new DefinitionException(
          "Cannot use round " + roundId + ": it asks no questionnaire.",
          new InJapanese("questionnaires なし", "1つ以上の調査票"));
    }
    if (questionnaires.stream().map(Asked::questionnaireId).distinct().count()
        != questionnaires.size()) {
      throw new DefinitionException(
          "Cannot use round " + roundId + ": it asks one questionnaire twice.",
          new InJapanese("同じ調査票が2回", "調査票ごとに1回"));
    }
  }

  /** A round that counts no issuers apart. */
  public SurveyRound(
      String roundId,
      LocalDate referenceDate,
      LocalDate dueDate,
      int graceDays,
      String frameId,
      List<Asked> questionnaires) {
    this(roundId, referenceDate, dueDate, graceDays, frameId, questionnaires, Optional.empty());
  }

  /**
   * Parses a round file.
   *
   * @throws DefinitionException saying the file, the place and what is wrong
   */
  public static SurveyRound parse(String file, String text) {
    YamlNode root =
        YamlNode.parse(file, text)
            .allowOnly(
                "round_id",
                "reference_date",
                "due_date",
                "grace_days",
                "frame_id",
                "questionnaires",
                "chosen_issuers");
    return new SurveyRound(
        root.text("round_id"),
        root.date("reference_date", AnswerValue.EARLIEST, AnswerValue.LATEST),
        root.date("due_date", AnswerValue.EARLIEST, AnswerValue.LATEST),
        root.has("grace_days") ? root.integer("grace_days", 0, MOST_GRACE_DAYS) : 0,
        root.text("frame_id"),
        root.nodes("questionnaires").stream()
            .map(node -> node.allowOnly("id", "version"))
            .map(node -> new Asked(node.text("id"), node.integer("version")))
            .toList(),
        root.has("chosen_issuers")
            ? Optional.of(ChosenIssuers.of(root.node("chosen_issuers")))
            : Optional.empty());
  }

  /** The version of a questionnaire that this round asks; empty when it does not ask it. */
  public Optional<Integer> version(String questionnaireId) {
    return questionnaires.stream()
        .filter(asked -> asked.questionnaireId().equals(questionnaireId))
        .map(Asked::version)
        .findFirst();
  }

  /** The last day on which an answer is not late. */
  public LocalDate lastDay() {
    return dueDate.plusDays(graceDays);
  }
}
