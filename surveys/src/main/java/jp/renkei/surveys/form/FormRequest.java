package jp.renkei.surveys.form;

import java.util.List;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.SurveyRound;

/**
 * One blank form: who is asked what in which round.
 *
 * @param lines the respondent's product lines on the reference date; none for an agent
 * @param counterparties the other side on the reference date, in the order of the form
 * @param lastAnswers the respondent's accepted answers of the round before, under whatever version
 *     of the questionnaire they were given; may be empty
 */
public record FormRequest(
    Questionnaire questionnaire,
    SurveyRound round,
    Respondent respondent,
    List<Line> lines,
    List<Counterparty> counterparties,
    List<Answer> lastAnswers) {

  /**
   * Who is asked, as the register knows them.
   *
   * @param corporateNumber empty where the register has none
   */
  public record Respondent(String id, String nameJa, String corporateNumber) {}

  /**
   * One product line.
   *
   * @param segment INDIVIDUAL or CORPORATE
   */
  public record Line(String productLineId, String nameJa, String segment) {}

  /**
   * One company of the other side.
   *
   * @param segments INDIVIDUAL, CORPORATE or both: each is a row of its own
   */
  public record Counterparty(String id, String nameJa, List<String> segments) {
    public Counterparty {
      segments = List.copyOf(segments);
    }
  }

  public FormRequest {
    questionnaire = questionnaire.askedOn(round.referenceDate());
    lines = List.copyOf(lines);
    counterparties = List.copyOf(counterparties);
    lastAnswers = List.copyOf(lastAnswers);
    if (lines.stream().map(Line::productLineId).distinct().count() != lines.size()) {
      throw new IllegalArgumentException(
          "Cannot write a form for " + respondent.id() + ": it has a product line twice.");
    }
    if (counterparties.stream().map(Counterparty::id).distinct().count() != counterparties.size()) {
      throw new IllegalArgumentException(
          "Cannot write a form for " + respondent.id() + ": it has a counterparty twice.");
    }
  }
}
