package jp.renkei.webapi.security;

/** A request that is not let through; each kind has its words in the message bundles. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why. */
  public enum Kind {
    /** Nobody is signed in, or not any more; what was sent was not taken. */
    SIGN_IN_NEEDED(401),
    /** The user may not do or see this. */
    NOT_ALLOWED(403),
    /** A page of another site sent the form. */
    FOREIGN_PAGE(403),
    /** The form is from another session. */
    OLD_FORM(403),
    TOO_LARGE(413),
    /** Many things at once; the sender may try again. */
    BUSY(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  public Refusal(Kind kind) {
    super("Cannot let the request through: " + kind);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
