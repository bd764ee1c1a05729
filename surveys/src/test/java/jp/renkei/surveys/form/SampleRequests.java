package jp.renkei.surveys.form;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.surveys.ValueState;
import jp.renkei.surveys.form.FormRequest.Counterparty;
import jp.renkei.surveys.form.FormRequest.Line;
import jp.renkei.surveys.form.FormRequest.Respondent;

/** Requests of the sizes that the field has; all companies are made up. */
final class SampleRequests {
  static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();
  static final SurveyRound ROUND =
      new SurveyRound(
          "R2026-03",
          LocalDate.of(2026, 3, 31),
          LocalDate.of(2026, 4, 30),
          14,
          "FRAME1",
          List.of(
              new SurveyRound.Asked("issuer_survey", 1), new SurveyRound.Asked("agent_survey", 1)));
  private static final List<String> BOTH = List.of("INDIVIDUAL", "CORPORATE");

  private SampleRequests() {}

  static Questionnaire questionnaire(String id, int version) {
    return CATALOG.questionnaire(id, version).orElseThrow();
  }

  /** A card company with three product lines and 30 agents. */
  static FormRequest issuer() {
    return issuer(30, lastAnswers());
  }

  static FormRequest issuer(int agents, List<Answer> lastAnswers) {
    return new FormRequest(
        questionnaire("issuer_survey", 1),
        ROUND,
        new Respondent("ISS001", "架空カード＆サービス株式会社", "1010001000006"),
        List.of(
            new Line("PL001", "架空カード（個人）", "INDIVIDUAL"),
            new Line("PL002", "架空ゴールドカード（個人）", "INDIVIDUAL"),
            new Line("PL003", "架空コーポレートカード", "CORPORATE")),
        counterparties("AGT", "架空家計簿サービス", agents),
        lastAnswers);
  }

  /** An agent with 60 card companies, both segments each. */
  static FormRequest agent(int version) {
    return agent(version, 60);
  }

  static FormRequest agent(int version, int issuers) {
    return new FormRequest(
        questionnaire("agent_survey", version),
        ROUND,
        new Respondent("AGT001", "架空フィンテック株式会社", "1010001000014"),
        List.of(),
        counterparties("ISS", "架空クレジット", issuers),
        List.of());
  }

  private static List<Counterparty> counterparties(String prefix, String name, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Counterparty("%s%03d".formatted(prefix, i), name + i + "株式会社", BOTH))
        .toList();
  }

  static List<Answer> lastAnswers() {
    return List.of(
        last("A1_02", "", "", "", "1234567", ValueState.REPORTED, ""),
        last("A10_02", "", "", "", "0.9987", ValueState.REPORTED, ""),
        last("A11_03", "", "", "", "", ValueState.NOT_APPLICABLE, ""),
        last("A14_01", "", "", "", "COST|OTHER|STAFF", ValueState.REPORTED, "=人材の確保"),
        last("A15_01", "", "", "", "CONDITIONAL", ValueState.REPORTED, ""),
        last("A1_01", "PL001", "", "", "900000", ValueState.REPORTED, ""),
        last("A2_01", "PL001", "", "", "LIVE", ValueState.REPORTED, ""),
        last("A9_01", "", "INDIVIDUAL", "AGT001", "SIGNED", ValueState.REPORTED, ""),
        last("A9_03", "", "INDIVIDUAL", "AGT001", "12000", ValueState.REPORTED, ""));
  }

  private static Answer last(
      String question,
      String line,
      String segment,
      String counterparty,
      String value,
      ValueState state,
      String freeText) {
    return new Answer(
        "issuer_survey",
        1,
        "R2025-09",
        "ISS001",
        OffsetDateTime.parse("2025-10-20T10:00:00+09:00"),
        line,
        segment,
        counterparty,
        question,
        value,
        state,
        freeText,
        Place.WHOLE_FILE);
  }
}
