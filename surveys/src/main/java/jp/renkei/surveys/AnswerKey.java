package jp.renkei.surveys;

/** What an answer is unique by within a unit. */
record AnswerKey(String questionId, Cell cell) {

  /** The product line, or the segment and counterparty; all empty for the respondent as a whole. */
  record Cell(String productLineId, String segment, String counterpartyId) {
    @Override
    public String toString() {
      return String.join(" ", productLineId, segment, counterpartyId).strip();
    }
  }

  AnswerKey of(String otherQuestionId) {
    return new AnswerKey(otherQuestionId, cell);
  }

  @Override
  public String toString() {
    return (questionId + " " + cell).strip();
  }
}
