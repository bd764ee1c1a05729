package jp.renkei.jobs.desk;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.surveys.CsvText;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.Questionnaire.Side;
import jp.renkei.surveys.QuestionnaireCatalog;

/**
 * The mail-merge file of a round: a row per respondent of the frame whose answer is open, for Word
 * and Excel (UTF-8 with BOM, CRLF). Contacts are not in it: they never leave silver, and the
 * secretariat keeps its own by respondent_id. Days stand in it twice: for programs, and as a letter
 * says them.
 */
public final class Reminders {

  private static final List<String> COLUMNS =
      List.of(
          "respondent_id",
          "会社名",
          "区分",
          "調査回",
          "基準日",
          "調査票",
          "提出期限",
          "最終期限",
          "残り日数",
          "基準日（和文）",
          "提出期限（和文）",
          "最終期限（和文）",
          "期限まで",
          "状態",
          "受領済みファイル");

  private Reminders() {}

  /** The file's text; with its header alone when nothing is open. */
  public static String csv(RoundStatus status, QuestionnaireCatalog catalog, LocalDate today) {
    var csv = new CsvText(COLUMNS);
    for (var row : status.open()) {
      csv.row(
          List.of(
              row.respondent().id(),
              row.respondent().nameJa(),
              row.respondent().side() == Side.ISSUER ? "カード会社" : "電子決済等代行業者",
              status.round().roundId(),
              status.round().referenceDate(),
              catalog
                  .questionnaire(row.questionnaireId(), row.version())
                  .map(Questionnaire::titleJa)
                  .orElse(row.questionnaireId()),
              status.round().dueDate(),
              status.round().lastDay(),
              status.daysLeft(today),
              date(status.round().referenceDate()),
              date(status.round().dueDate()),
              date(status.round().lastDay()),
              left(status.daysLeft(today)),
              row.state().japanese(),
              row.counts().map(LandedUnit::path).orElse("")));
    }
    return csv.toString();
  }

  /** As a letter has it. */
  private static String date(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static String left(long days) {
    if (days < 0) {
      return -days + "日超過";
    }
    return days == 0 ? "本日まで" : "あと" + days + "日";
  }
}
