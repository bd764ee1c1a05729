package jp.renkei.webapi.frame;

/** What a reader asked for cannot be shown: nothing of ours is broken. */
public final class NotShown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String subject;

  /** Why there is nothing to show; each kind has its words in the message bundles. */
  public enum Kind {
    NO_PAGE(404),
    NO_ISSUER(404),
    NO_CHART(404),
    NO_RELEASE_OF_NUMBER(404),
    WRONG_PARAMETER(400),
    /** The file that was checked is not kept any more. */
    NO_CHECKED_FILE(404),
    NO_ROUND(404),
    /** The warehouse holds no release for this audience yet. */
    NO_RELEASE_YET(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  public NotShown(Kind kind, String subject) {
    super("Cannot show page: " + kind + " " + subject);
    this.kind = kind;
    this.subject = subject;
  }

  public Kind kind() {
    return kind;
  }

  /** What was asked for, such as an issuer's id. */
  public String subject() {
    return subject;
  }
}
