package jp.renkei.jobs.bronze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.form.FormFile;
import jp.renkei.warehouse.privacy.CardNumbers;

/**
 * A returned form as it was received: a row per answer cell, numbered from 1, with the columns of
 * the long CSV, the sheet, the cell, the notation in which people fill forms in and, where the
 * cover gives one, the reason of a correction.
 */
final class ReceivedForm {
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();
  private static final List<String> ENDINGS = List.of(".xlsx", ".xls", ".xlsm", ".xlsb");

  private final LandedFile file;
  private final AnswerUnit unit;
  private final Optional<Questionnaire> questionnaire;
  private final String correctionReason;
  private final List<Problem> problems;

  private ReceivedForm(LandedFile file, AnswerUnit unit, FormFile form, List<Problem> problems) {
    this.file = file;
    this.unit = unit;
    this.questionnaire = form.questionnaire();
    this.correctionReason = form.correctionReason();
    this.problems = problems;
  }

  /** Whether a landed file is, or pretends to be, a workbook that holds answers. */
  static boolean isForm(LandedFile file, byte[] content) {
    String name = file.path().toLowerCase(Locale.ROOT);
    return file.kind() == SubmissionKind.SURVEY
        && (ENDINGS.stream().anyMatch(name::endsWith) || FormFile.isWorkbook(content));
  }

  static ReceivedFile read(LandedFile file, byte[] content) {
    var form = FormFile.read(file.path(), content, QUESTIONNAIRES);
    var problems = new ArrayList<>(form.problems());
    form.unit().ifPresent(unit -> problems.addAll(unit.unreadable()));
    var rows =
        form.unit()
            .map(unit -> new ReceivedForm(file, unit, form, problems).rows())
            .orElseGet(Map::of);
    return new ReceivedFile(file, rows, problems);
  }

  private Map<Long, Map<String, String>> rows() {
    var rows = new LinkedHashMap<Long, Map<String, String>>();
    String reason = CardNumbers.mask(correctionReason);
    if (!reason.equals(correctionReason)) {
      problems.add(ReceivedFile.cardNumber(file, Place.WHOLE_FILE, correctionReason));
    }
    for (var row : unit.rows()) {
      var cells = cells(row);
      if (!reason.isBlank()) {
        cells.put("correction_reason", reason);
      }
      rows.put(rows.size() + 1L, cells);
    }
    return rows;
  }

  private Map<String, String> cells(AnswerRow row) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("questionnaire_id", unit.questionnaireId());
    cells.put("questionnaire_version", row.questionnaireVersion());
    cells.put("round_id", unit.roundId());
    cells.put("respondent_id", unit.respondentId());
    cells.put("submitted_at", row.submittedAt());
    cells.put("product_line_id", row.productLineId());
    cells.put("segment", row.segment());
    cells.put("counterparty_id", row.counterpartyId());
    cells.put("question_id", row.questionId());
    cells.put("value", row.value());
    cells.put("value_state", row.valueState());
    cells.put("free_text", row.freeText());
    cells.replaceAll((column, text) -> masked(row, column, text));
    cells.put("sheet", row.place().sheet());
    cells.put("cell", row.place().cell());
    cells.put("notation", row.notation().name());
    return cells;
  }

  private String masked(AnswerRow row, String column, String text) {
    boolean isTyped =
        column.equals("value")
            && ReceivedFile.isTypedAnswer(
                unit.questionnaireId(), row.questionnaireVersion(), row.questionId(), text);
    if (isTyped || !CardNumbers.found(text)) {
      return text;
    }
    problems.add(ReceivedFile.cardNumber(file, place(row), text));
    return CardNumbers.mask(text);
  }

  private Place place(AnswerRow row) {
    return questionnaire
        .flatMap(asked -> asked.question(row.questionId()))
        .map(question -> row.place().about(question.idAndLabel()))
        .orElseGet(row::place);
  }
}
