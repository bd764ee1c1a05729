package jp.renkei.surveys.form;

import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.LastAnswers;
import jp.renkei.surveys.Question;

/** What the writers of all sheets of one form share. */
record FormParts(
    FormRequest request,
    FormBook book,
    AnswerCells cells,
    CellRules rules,
    PrintedPage page,
    LastAnswers lastAnswers) {

  static FormParts of(FormRequest request, FormBook book) {
    return new FormParts(
        request,
        book,
        new AnswerCells(request.questionnaire()),
        new CellRules(new FormLists(book)),
        new PrintedPage(request),
        new LastAnswers(request.lastAnswers()));
  }

  boolean isCorporateNumberKnown() {
    return !request.respondent().corporateNumber().isEmpty();
  }

  Optional<Answer> lastAnswer(Question question, RowKey key) {
    return lastAnswers.of(question, key.productLineId(), key.segment(), key.counterpartyId());
  }

  /** Last round's answer as people read it; empty where there is none. */
  String last(Question question, RowKey key) {
    return lastAnswer(question, key).map(answer -> AnswerText.of(question, answer)).orElse("");
  }

  boolean hasLast(Question question, List<RowKey> keys) {
    return keys.stream().anyMatch(key -> lastAnswer(question, key).isPresent());
  }
}
