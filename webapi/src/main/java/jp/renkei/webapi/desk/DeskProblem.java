package jp.renkei.webapi.desk;

/**
 * One thing to mend, to explain or to know, in Japanese and in English.
 *
 * @param severity ERROR, WARNING or NOTICE
 * @param place the whole place in words
 * @param found what stands there, or what is said of it in Japanese
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
    String remedy,
    String placeEn,
    String foundEn,
    String expectedEn,
    String remedyEn) {

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
    placeEn = DeskText.of(placeEn);
    foundEn = DeskText.of(foundEn);
    expectedEn = DeskText.of(expectedEn);
    remedyEn = DeskText.of(remedyEn);
  }

  public String place(boolean isJapanese) {
    return isJapanese ? place : placeEn;
  }

  /** What stands there, in the words of a page's language. */
  public String found(boolean isJapanese) {
    return isJapanese ? found : foundEn;
  }

  public String expected(boolean isJapanese) {
    return isJapanese ? expected : expectedEn;
  }

  public String remedy(boolean isJapanese) {
    return isJapanese ? remedy : remedyEn;
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
