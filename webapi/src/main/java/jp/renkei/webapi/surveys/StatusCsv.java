package jp.renkei.webapi.surveys;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.renkei.surveys.CsvText;
import jp.renkei.webapi.desk.DeskRound;
import jp.renkei.webapi.desk.DeskRound.DeskQuestionnaire;
import jp.renkei.webapi.desk.DeskStatus;
import jp.renkei.webapi.frame.Language;
import jp.renkei.webapi.frame.Texts;

/** Every respondent of a round as CSV for spreadsheets. */
final class StatusCsv {
  private static final List<String> COLUMNS =
      List.of(
          "回答者ID", "会社名", "区分", "調査回", "基準日", "調査票", "調査票の版", "提出期限", "最終期限", "残り日数", "状態", "提出日時",
          "到着日", "その後の差戻し", "ファイル", "SHA-256", "訂正理由", "受付者", "代理受付の理由");

  private StatusCsv() {}

  static String of(DeskRound round, List<DeskStatus> respondents, LocalDate today) {
    var csv = new CsvText(COLUMNS);
    var words = Texts.of(Language.JA);
    for (var one : respondents) {
      csv.row(
          List.of(
              one.respondentId(),
              one.nameJa(),
              one.side().equals("ISSUER") ? "カード会社" : "電子決済等代行業者",
              round.roundId(),
              round.referenceDate(),
              round
                  .questionnaire(one.questionnaireId())
                  .map(DeskQuestionnaire::titleJa)
                  .orElse(one.questionnaireId()),
              one.version(),
              round.dueDate(),
              round.lastDay(),
              // Who has answered has no days left, and none to be late by.
              one.isAnswered() ? "" : ChronoUnit.DAYS.between(today, round.finalDay()),
              words.textOr("answer_state." + one.state(), one.state()),
              one.submittedAt(),
              one.arrivedOn(),
              one.refusedAt(),
              one.path(),
              one.sha256(),
              one.correctionReason(),
              one.receivedBy(),
              one.note()));
    }
    return csv.toString();
  }
}
