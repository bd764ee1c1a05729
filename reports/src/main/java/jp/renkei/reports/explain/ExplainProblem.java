package jp.renkei.reports.explain;

/** What was asked for is not in the release; says so in Japanese and English, with the remedy. */
public final class ExplainProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String japanese;
  private final String english;

  ExplainProblem(String japanese, String english) {
    super(japanese + System.lineSeparator() + english);
    this.japanese = japanese;
    this.english = english;
  }

  /** The message in one language. */
  public String text(boolean isJapanese) {
    return isJapanese ? japanese : english;
  }
}
