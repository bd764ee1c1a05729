package jp.renkei.jobs.silver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.surveys.form.BlankForm;
import jp.renkei.surveys.form.FormFilling;
import jp.renkei.surveys.form.FormRequest;
import jp.renkei.surveys.form.FormRequest.Counterparty;
import jp.renkei.surveys.form.FormRequest.Line;
import jp.renkei.surveys.form.FormRequest.Respondent;

/** A landing folder with two issuers, an agent and a round, and forms that come back to it. */
final class LandedForms {
  static final String SURVEY_HEADER =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text\n";
  private static final Questionnaire QUESTIONNAIRE =
      QuestionnaireCatalog.load().questionnaire("issuer_survey", 1).orElseThrow();
  private static final String ROUND =
      """
      round_id: R2
      reference_date: 2026-03-31
      due_date: 2026-04-30
      frame_id: F1
      questionnaires:
        - {id: issuer_survey, version: 1}
      """;

  private final Path landing;
  private final List<Line> lines = new ArrayList<>();

  private LandedForms(Path landing) {
    this.landing = landing;
  }

  /**
   * @param productLines how many lines ISS1 has
   */
  static LandedForms in(Path landing, int productLines) {
    var forms = new LandedForms(landing);
    forms.place(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\n"
            + "ISS1,,甲,,,yes,NAMED,1,,\nISS2,,乙,,,yes,NAMED,1,,\n");
    forms.place(
        "register/agents.csv",
        "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
            + "publication_consent,valid_from,valid_to\nAGT1,,丙,,,yes,NAMED,,\n");
    forms.place(
        "register/population_frames.csv",
        "frame_id,as_of,basis,issuer_id,cards_issued\nF1,2026-03-31,b,ISS1,1\nF1,2026-03-31,b,ISS2,1\n");
    var register =
        new StringBuilder(
            "product_line_id,issuer_id,name_ja,segment,processor_id,valid_from,valid_to\n");
    for (int number = 1; number <= productLines; number++) {
      String id = "L%03d".formatted(number);
      forms.lines.add(new Line(id, "商品" + number, "INDIVIDUAL"));
      register.append(id).append(",ISS1,商品").append(number).append(",INDIVIDUAL,,,\n");
    }
    forms.place("register/product_lines.csv", register.toString());
    forms.place("rounds/R2.yaml", ROUND);
    return forms;
  }

  Path landing() {
    return landing;
  }

  void place(String path, String text) {
    place(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  byte[] place(String path, byte[] content) {
    try {
      Path file = landing.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return content;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The form of ISS1, filled in with answers. */
  byte[] form(String path, LocalDate submittedOn, List<AnswerRow> answers) {
    byte[] blank =
        BlankForm.write(
            new FormRequest(
                QUESTIONNAIRE,
                SurveyRound.parse("rounds/R2.yaml", ROUND),
                new Respondent("ISS1", "甲", ""),
                lines,
                List.of(new Counterparty("AGT1", "丙", List.of("INDIVIDUAL"))),
                List.of()));
    return place(path, FormFilling.fill(blank, QUESTIONNAIRE, submittedOn, answers));
  }

  static AnswerRow answer(String question, String value) {
    return answer("", question, value, "");
  }

  static AnswerRow answer(String line, String question, String value, String freeText) {
    return row(line, "", "", question, value, freeText);
  }

  static AnswerRow ofAgent(String question, String value) {
    return row("", "INDIVIDUAL", "AGT1", question, value, "");
  }

  private static AnswerRow row(
      String line,
      String segment,
      String counterparty,
      String question,
      String value,
      String freeText) {
    return new AnswerRow(
        Place.WHOLE_FILE,
        "",
        "",
        line,
        segment,
        counterparty,
        question,
        value,
        "",
        freeText,
        AnswerRow.Notation.CSV);
  }
}
