package jp.renkei.webapi.sql;

/** What the analyst typed cannot be run; says so in Japanese and English, with the remedy. */
public final class SqlProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SqlProblem(String japanese, String english) {
    super(japanese + System.lineSeparator() + english);
  }
}
