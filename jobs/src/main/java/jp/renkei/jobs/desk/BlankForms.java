package jp.renkei.jobs.desk;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.jobs.silver.LandedRegisters;
import jp.renkei.jobs.silver.LandedRegisters.Company;
import jp.renkei.jobs.silver.LandedRegisters.ProductLine;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.Questionnaire.Side;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.surveys.form.BlankForm;
import jp.renkei.surveys.form.FormRequest;
import jp.renkei.surveys.form.FormRequest.Counterparty;
import jp.renkei.surveys.form.FormRequest.Line;
import jp.renkei.surveys.form.FormRequest.Respondent;

/** Blank forms, a workbook per respondent and round, made of registers and last round's answers. */
public final class BlankForms {
  private static final List<String> SEGMENTS = List.of("INDIVIDUAL", "CORPORATE");

  private final LandedSurveys surveys;
  private final QuestionnaireCatalog catalog;

  /** A workbook, and the name under which it is handed out. */
  public record Form(String fileName, byte[] content) {}

  public BlankForms(LandedSurveys surveys, QuestionnaireCatalog catalog) {
    this.surveys = surveys;
    this.catalog = catalog;
  }

  /**
   * The form of one respondent.
   *
   * @throws DeskProblem when the round does not ask the questionnaire, or the register does not
   *     hold the respondent on its reference date
   */
  public Form of(SurveyRound round, String questionnaireId, String respondentId) {
    var questionnaire = questionnaire(round, questionnaireId);
    Side side = questionnaire.respondents();
    LocalDate on = round.referenceDate();
    var registers = surveys.registers();
    var respondent =
        registers.companies(side, on).stream()
            .filter(company -> company.id().equals(respondentId))
            .findFirst()
            .orElseThrow(
                () ->
                    new DeskProblem(
                        "回答者「%s」は、基準日 %s の登録簿（landing/register/%s.csv）にありません。IDを確認してください。"
                            .formatted(
                                respondentId, on, side == Side.ISSUER ? "issuers" : "agents")));
    var lines =
        side == Side.ISSUER ? registers.productLines(respondentId, on) : List.<ProductLine>of();
    var request =
        new FormRequest(
            questionnaire,
            round,
            new Respondent(respondentId, respondent.nameJa(), respondent.corporateNumber()),
            lines.stream().map(line -> new Line(line.id(), line.nameJa(), line.segment())).toList(),
            counterparties(side, lines, registers, on),
            surveys.lastAnswers(round, questionnaireId, respondentId));
    return new Form(
        "%s_%s_%s.xlsx".formatted(round.roundId(), questionnaireId, respondentId),
        BlankForm.write(request));
  }

  private Questionnaire questionnaire(SurveyRound round, String questionnaireId) {
    return round
        .version(questionnaireId)
        .flatMap(version -> catalog.questionnaire(questionnaireId, version))
        .orElseThrow(
            () ->
                new DeskProblem(
                    "調査回 %s は調査票「%s」を尋ねていません。尋ねているのは %s です。"
                        .formatted(
                            round.roundId(), questionnaireId, String.join("、", asked(round)))));
  }

  private static List<String> asked(SurveyRound round) {
    return round.questionnaires().stream().map(SurveyRound.Asked::questionnaireId).toList();
  }

  /** An issuer is asked for the segments in which it has product lines, an agent for both. */
  private static List<Counterparty> counterparties(
      Side side, List<ProductLine> lines, LandedRegisters registers, LocalDate on) {
    Side other = side == Side.ISSUER ? Side.AGENT : Side.ISSUER;
    return registers.companies(other, on).stream()
        .map(
            company ->
                new Counterparty(
                    company.id(),
                    company.nameJa(),
                    segments(side == Side.ISSUER ? lines : linesOf(company, registers, on))))
        .toList();
  }

  private static List<ProductLine> linesOf(
      Company issuer, LandedRegisters registers, LocalDate on) {
    return registers.productLines(issuer.id(), on);
  }

  private static List<String> segments(List<ProductLine> lines) {
    var found =
        SEGMENTS.stream()
            .filter(segment -> lines.stream().anyMatch(line -> line.segment().equals(segment)))
            .toList();
    return found.isEmpty() ? SEGMENTS : found;
  }
}
