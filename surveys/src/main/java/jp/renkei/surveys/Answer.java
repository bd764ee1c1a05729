package jp.renkei.surveys;

import java.time.OffsetDateTime;

/**
 * One checked answer: one row of silver.answer. Texts are empty where they do not apply.
 *
 * @param submittedAt at +09:00
 * @param value canonical: whole numbers without commas or leading zeros, decimals plain, dates
 *     YYYY-MM-DD, YES or NO, codes of a multi answer sorted and joined by a bar; empty unless
 *     REPORTED
 */
public record Answer(
    String questionnaireId,
    int questionnaireVersion,
    String roundId,
    String respondentId,
    OffsetDateTime submittedAt,
    String productLineId,
    String segment,
    String counterpartyId,
    String questionId,
    String value,
    ValueState valueState,
    String freeText,
    Place place)
    implements java.io.Serializable {

  public Answer {
    if ((valueState == ValueState.REPORTED) == value.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot keep answer %s: value and state %s do not fit."
              .formatted(questionId, valueState));
    }
  }

  public boolean isReported() {
    return valueState == ValueState.REPORTED;
  }

  AnswerKey key() {
    return new AnswerKey(questionId, new AnswerKey.Cell(productLineId, segment, counterpartyId));
  }
}
