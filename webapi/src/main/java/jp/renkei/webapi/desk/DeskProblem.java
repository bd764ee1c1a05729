package jp.renkei.webapi.desk;

/**
 * One thing to mend, to explain or to know, in Japanese.
 *
 * @param severity ERROR, WARNING or NOTICE
 * @param place the whole place in words
 * @param subject the question, such as A2_02 提供開始日
 */
public record DeskProblem(
    String severity,
    String sheet,
    String cell,
    long line,
    String place,
    String subject,
    String reason,
    String found,
    String expected,
    String remedy) {

  public DeskProblem {
    severity = DeskText.of(severity);
    sheet = DeskText.of(sheet);
    cell = DeskText.of(cell);
    place = DeskText.of(place);
    subject = DeskText.of(subject);
    reason = DeskText.of(reason);
    found = DeskText.of(found);
    expected = DeskText.of(expected);
    remedy = DeskText.of(remedy);
  }

  public boolean isError() {
    return severity.equals("ERROR");
  }

  public boolean isWarning() {
    return severity.equals("WARNING");
  }

  /** Errors first, then what asks for a reason. */
  public int rank() {
    return isError() ? 0 : isWarning() ? 1 : 2;
  }
}
