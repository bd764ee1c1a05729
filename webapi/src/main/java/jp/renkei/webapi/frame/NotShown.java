package jp.renkei.webapi.frame;

/** What a reader asked for cannot be shown: nothing of ours is broken. */
public final class NotShown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String subject;
  private final String detail;

  /** Why there is nothing to show; each kind has its words in the message bundles. */
  public enum Kind {
    NO_PAGE(404),
    NO_ISSUER(404),
    NO_CHART(404),
    NO_RELEASE_OF_NUMBER(404),
    /** It could be read once. */
    RELEASE_WITHDRAWN(410),
    WRONG_PARAMETER(400),
    /** The file that was checked is not kept any more. */
    NO_CHECKED_FILE(404),
    NO_ROUND(404),
    /** The release has no such figure for this audience. */
    NO_FIGURE(404),
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
    this(kind, subject, "");
  }

  /**
   * With more to say of it.
   *
   * @param detail in the words of who decided it
   */
  public NotShown(Kind kind, String subject, String detail) {
    super("Cannot show page: " + kind + " " + subject);
    this.kind = kind;
    this.subject = subject;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  /** What was asked for, such as an issuer's id. */
  public String subject() {
    return subject;
  }

  /** What there is to say of it, such as why a release was withdrawn; empty without. */
  public String detail() {
    return detail;
  }
}
