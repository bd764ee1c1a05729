package jp.renkei.surveys.form;

import jp.renkei.surveys.Answer;
import jp.renkei.surveys.AnswerRow;

/**
 * What an answer is about: the respondent as a whole, one product line, or one segment of one
 * counterparty. Texts are empty where they do not apply.
 */
record RowKey(String productLineId, String segment, String counterpartyId) {
  static final RowKey WHOLE = new RowKey("", "", "");
  private static final char BAR = '|';

  static RowKey of(AnswerRow row) {
    return new RowKey(row.productLineId(), row.segment(), row.counterpartyId());
  }

  static RowKey of(Answer answer) {
    return new RowKey(answer.productLineId(), answer.segment(), answer.counterpartyId());
  }

  static RowKey line(String productLineId) {
    return new RowKey(productLineId, "", "");
  }

  static RowKey counterparty(String segment, String counterpartyId) {
    return new RowKey("", segment, counterpartyId);
  }

  /** As it stands in the hidden column. */
  String text() {
    return counterpartyId.isEmpty() ? productLineId : segment + BAR + counterpartyId;
  }

  static RowKey parse(String text) {
    int bar = text.indexOf(BAR);
    return bar < 0 ? line(text) : counterparty(text.substring(0, bar), text.substring(bar + 1));
  }
}
