package jp.renkei.jobs.gateway.format;

/**
 * One line cannot be accepted. Without a stack trace, since a bad file throws one per line. {@code
 * found} and {@code expected} are Japanese, for the operator, and hold nothing that tells of a
 * person: of raw values only what {@link MaskedValue} shows.
 */
public final class LineRejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;
  private final String found;
  private final String expected;

  public LineRejected(RejectReason reason, String found, String expected) {
    super(reason + ": found " + found + ", expected " + expected, null, false, false);
    this.reason = reason;
    this.found = found;
    this.expected = expected;
  }

  /** The same, found in a place. */
  public LineRejected in(String place) {
    return new LineRejected(reason, place + found, expected);
  }

  public RejectReason reason() {
    return reason;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}
