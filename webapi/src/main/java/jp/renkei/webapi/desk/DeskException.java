package jp.renkei.webapi.desk;

/** The desk gave no answer, or one that says why it cannot. */
public final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String problem;

  /** What happened; each kind has its words in the message bundles. */
  public enum Kind {
    /** This server was not told how to start one. */
    MISSING,
    /** No answer within the time; the process was ended. */
    TOO_LONG,
    /** The process ended without an answer. */
    ENDED,
    /** Others are asking; nothing was tried. */
    BUSY,
    /** It answered that it cannot. */
    REFUSED
  }

  DeskException(Kind kind, String problem) {
    super("Cannot ask the survey desk: " + kind + (problem.isEmpty() ? "" : " " + problem));
    this.kind = kind;
    this.problem = problem;
  }

  public Kind kind() {
    return kind;
  }

  /** What it said, in Japanese; empty unless it refused. */
  public String problem() {
    return problem;
  }
}
