package jp.renkei.jobs;

/**
 * Something that whoever runs the command can put right: what, why, and what to do. Ends a command
 * with exit code 2 and no stack trace.
 */
public class DataProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataProblemException(String message) {
    super(message);
  }

  /** The same in both languages, a paragraph each. */
  public DataProblemException(String japanese, String english) {
    super(japanese + System.lineSeparator() + english);
  }
}
