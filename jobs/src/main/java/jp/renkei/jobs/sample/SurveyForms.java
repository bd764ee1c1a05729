package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

/** Answer sheets as the workbooks that respondents send back. */
final class SurveyForms {
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  private final SampleTruth truth;

  SurveyForms(SampleTruth truth) {
    this.truth = truth;
  }

  byte[] of(TrueIssuer issuer, TrueRound round, AnswerSheet sheet, LocalDate submittedOn) {
    LocalDate on = round.referenceDate();
    List<String> segments = segments(issuer, on);
    return filled(
        new Respondent(issuer.id(), issuer.nameJa(), issuer.corporateNumber()),
        issuer.linesOn(on).stream()
            .map(line -> new Line(line.id(), line.nameJa(), line.segment().name()))
            .toList(),
        truth.agents().stream()
            .map(agent -> new Counterparty(agent.id(), agent.nameJa(), segments))
            .toList(),
        round,
        sheet,
        submittedOn);
  }

  byte[] of(TrueAgent agent, TrueRound round, AnswerSheet sheet, LocalDate submittedOn) {
    LocalDate on = round.referenceDate();
    return filled(
        new Respondent(agent.id(), agent.nameJa(), agent.corporateNumber()),
        List.of(),
        truth.issuersOn(on).stream()
            .map(issuer -> new Counterparty(issuer.id(), issuer.nameJa(), segments(issuer, on)))
            .toList(),
        round,
        sheet,
        submittedOn);
  }

  private static List<String> segments(TrueIssuer issuer, LocalDate on) {
    return Stream.of(Segment.values())
        .filter(segment -> issuer.serves(segment, on))
        .map(Segment::name)
        .toList();
  }

  private static byte[] filled(
      Respondent respondent,
      List<Line> lines,
      List<Counterparty> counterparties,
      TrueRound round,
      AnswerSheet sheet,
      LocalDate submittedOn) {
    Questionnaire questionnaire =
        QUESTIONNAIRES
            .questionnaire(sheet.questionnaireId(), round.version(sheet.questionnaireId()))
            .orElseThrow();
    var asked = SurveyRound.parse(RoundFiles.path(round), RoundFiles.text(round));
    byte[] blank =
        BlankForm.write(
            new FormRequest(questionnaire, asked, respondent, lines, counterparties, List.of()));
    return FormFilling.fill(
        blank, questionnaire, submittedOn, sheet.answers().stream().map(SurveyForms::row).toList());
  }

  private static AnswerRow row(AnswerSheet.Answer answer) {
    // What is reported says so by itself; people choose a state only where there is no value.
    boolean isReported = answer.state() == AnswerSheet.ValueState.REPORTED;
    return new AnswerRow(
        Place.WHOLE_FILE,
        "",
        "",
        answer.place().lineId(),
        answer.place().segment(),
        answer.place().counterpartyId(),
        answer.questionId(),
        answer.value(),
        isReported ? "" : answer.state().name(),
        answer.freeText(),
        AnswerRow.Notation.CSV);
  }
}
