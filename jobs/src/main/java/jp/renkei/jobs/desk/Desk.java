package jp.renkei.jobs.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyRound;

/**
 * Answers what the pages ask of the survey cycle: rounds, their status, reminders, blank forms and
 * the check of a file. One request at a time.
 */
final class Desk {
  private final LandedSurveys surveys;
  private final QuestionnaireCatalog catalog = QuestionnaireCatalog.load();
  private final Clock clock;

  Desk(Path landing, Clock clock) {
    this.surveys = new LandedSurveys(landing);
    this.clock = clock;
  }

  /** Looks at everything once, so that no question has to wait for it. */
  void readAll() {
    surveys.files();
  }

  /**
   * The fields of an answer.
   *
   * @throws DeskProblem telling why there is none
   */
  Map<String, Object> answer(DeskRequest request) throws IOException {
    String action = request.text("action");
    return switch (action) {
      case "rounds" -> Map.of("rounds", rounds());
      case "loose_files" ->
          Map.of("files", LooseFiles.of(surveys, catalog).stream().map(Desk::looseFile).toList());
      case "status" -> Map.of("respondents", status(request));
      case "reminders" ->
          Map.of(
              "csv",
              Reminders.csv(
                  RoundStatus.of(round(request), surveys, catalog), catalog, LocalDate.now(clock)));
      case "template" -> template(request);
      case "check" -> new UploadCheck(surveys, clock).answer(request);
      default -> throw new DeskProblem("要求「" + action + "」は扱えません。");
    };
  }

  private SurveyRound round(DeskRequest request) {
    String id = request.text("round_id");
    return surveys
        .registers()
        .round(id)
        .orElseThrow(() -> new DeskProblem("調査回「" + id + "」がありません。landing/rounds を確認してください。"));
  }

  private static Map<String, Object> looseFile(LooseFiles.Loose file) {
    var problem = file.problem();
    return Map.of(
        "path", file.path(),
        "reason", problem.fault().ja(),
        "reason_en", problem.fault().en(),
        "remedy", problem.remedy().ja(),
        "remedy_en", problem.remedy().en(),
        "more", file.more());
  }

  private List<Map<String, Object>> rounds() {
    return surveys.registers().rounds().stream().map(this::round).toList();
  }

  private Map<String, Object> round(SurveyRound round) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("round_id", round.roundId());
    fields.put("reference_date", round.referenceDate().toString());
    fields.put("due_date", round.dueDate().toString());
    fields.put("last_day", round.lastDay().toString());
    var asked = new ArrayList<Map<String, Object>>();
    for (var each : round.questionnaires()) {
      catalog
          .questionnaire(each.questionnaireId(), each.version())
          .ifPresent(
              questionnaire ->
                  asked.add(
                      Map.of(
                          "id", questionnaire.id(),
                          "version", questionnaire.version(),
                          "title_ja", questionnaire.titleJa(),
                          "title_en", questionnaire.titleEn(),
                          "side", questionnaire.respondents().name())));
    }
    fields.put("questionnaires", asked);
    return fields;
  }

  private List<Map<String, Object>> status(DeskRequest request) {
    Optional<String> only = request.optional("respondent_id");
    return RoundStatus.of(round(request), surveys, catalog).rows().stream()
        .filter(row -> only.isEmpty() || only.get().equals(row.respondent().id()))
        .map(StatusFields::of)
        .toList();
  }

  private Map<String, Object> template(DeskRequest request) throws IOException {
    var form =
        new BlankForms(surveys, catalog)
            .of(round(request), request.text("questionnaire_id"), request.text("respondent_id"));
    Files.write(request.path("out"), form.content());
    return Map.of("file_name", form.fileName());
  }
}
