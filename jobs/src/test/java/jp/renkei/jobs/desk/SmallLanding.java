package jp.renkei.jobs.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A landing folder with two issuers, two agents and two rounds. */
final class SmallLanding {
  private static final String HEADER =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text\n";

  final Path folder;

  SmallLanding(Path folder) {
    this.folder = folder;
    put(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\n"
            + "ISS001,,架空カード,,,yes,NAMED,,,\nISS002,,=架空,,,yes,NAMED,,,\n");
    put(
        "register/agents.csv",
        "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
            + "publication_consent,valid_from,valid_to\n"
            + "AGT001,,架空家計簿,,,yes,NAMED,,\nAGT002,,閉じた代行,,,yes,NAMED,,2025-12-31\n");
    put(
        "register/product_lines.csv",
        "product_line_id,issuer_id,name_ja,segment,processor_id,valid_from,valid_to\n"
            + "ISS001-P1,ISS001,個人カード,INDIVIDUAL,,,\n");
    put(
        "register/population_frames.csv",
        "frame_id,as_of,basis,issuer_id,cards_issued\nF1,2026-03-31,名簿,ISS001,\n"
            + "F1,2026-03-31,名簿,ISS002,\n");
    round("R2025-09", "2025-09-30", "2025-10-31");
    round("R2026-03", "2026-03-31", "2026-04-30");
  }

  private void round(String id, String referenceDate, String dueDate) {
    put(
        "rounds/" + id + ".yaml",
        """
        round_id: %s
        reference_date: %s
        due_date: %s
        grace_days: 14
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
          - {id: agent_survey, version: 1}
        """
            .formatted(id, referenceDate, dueDate));
  }

  /** One answer of a respondent in a file of its own. */
  Path answer(String name, String round, String respondent, String submittedAt, String answer) {
    String questionnaire = respondent.startsWith("ISS") ? "issuer_survey" : "agent_survey";
    return put(
        "surveys/" + name,
        HEADER
            + String.join(
                ",", questionnaire, "1", round, respondent, submittedAt, "", "", "", answer)
            + "\n");
  }

  Path put(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
