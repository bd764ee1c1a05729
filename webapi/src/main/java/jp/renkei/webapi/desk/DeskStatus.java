package jp.renkei.webapi.desk;

/**
 * One respondent and questionnaire of a round.
 *
 * @param state OPEN, ACCEPTED, LATE or REFUSED
 * @param submittedAt of the newest accepted submission, as text with its offset; empty without
 * @param path of that submission below landing
 * @param submissions how many files came in
 * @param arrivedOn when it came, where the secretariat keyed it in on another day; else empty
 * @param refusedAt of a later submission that was refused, so that this one still counts; empty
 *     without one
 * @param refusedPath of that one below landing
 * @param refusedErrors how many errors its answers have
 */
public record DeskStatus(
    String respondentId,
    String side,
    String nameJa,
    String questionnaireId,
    int version,
    String state,
    String submittedAt,
    String sha256,
    String path,
    int submissions,
    String correctionReason,
    String receivedBy,
    String onBehalfOf,
    String note,
    String arrivedOn,
    String refusedAt,
    String refusedPath,
    int refusedErrors,
    boolean isInFrame) {

  public DeskStatus {
    respondentId = DeskText.of(respondentId);
    side = DeskText.of(side);
    nameJa = DeskText.of(nameJa);
    questionnaireId = DeskText.of(questionnaireId);
    state = DeskText.of(state);
    submittedAt = DeskText.of(submittedAt);
    sha256 = DeskText.of(sha256);
    path = DeskText.of(path);
    correctionReason = DeskText.of(correctionReason);
    receivedBy = DeskText.of(receivedBy);
    onBehalfOf = DeskText.of(onBehalfOf);
    note = DeskText.of(note);
    arrivedOn = DeskText.of(arrivedOn);
    refusedAt = DeskText.of(refusedAt);
    refusedPath = DeskText.of(refusedPath);
  }

  /** Whether a correction came that does not count. */
  public boolean isCorrectionRefused() {
    return !refusedPath.isEmpty();
  }

  public boolean isAnswered() {
    return state.equals("ACCEPTED") || state.equals("LATE");
  }
}
