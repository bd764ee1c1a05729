package jp.renkei.jobs.delta;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One source of rows, taken under one context: what a Delta transaction id of ours says. A source
 * is a landed file, known by its SHA-256; its context is the hash of everything else that its rows
 * depend on, such as rules and registers, or empty where there is nothing else.
 *
 * @param purpose what was made of the source, such as {@code silver.access}; one table holds one
 *     purpose
 * @param sha256 of the source's bytes, hexadecimal
 * @param context lower-case hexadecimal, may be empty
 */
public record SourceId(String purpose, String sha256, String context)
    implements Serializable, Comparable<SourceId> {
  private static final Pattern FORM =
      Pattern.compile("renkei:([a-z_.]+):([0-9a-f]{64}):([0-9a-f]*)");

  public SourceId {
    if (!FORM.matcher("renkei:" + purpose + ":" + sha256 + ":" + context).matches()) {
      throw new IllegalArgumentException(
          "Cannot name source: found '%s', '%s', '%s', expected a purpose, a SHA-256 and a hexadecimal context."
              .formatted(purpose, sha256, context));
    }
  }

  /** A source whose rows depend on nothing but its bytes. */
  public static SourceId of(String purpose, String sha256) {
    return new SourceId(purpose, sha256, "");
  }

  /** The id that stands in the Delta log. */
  public String applicationId() {
    return "renkei:" + purpose + ":" + sha256 + ":" + context;
  }

  /** The source behind a Delta application id; empty for ids that other programs wrote. */
  public static Optional<SourceId> ofApplicationId(String applicationId) {
    var matcher = FORM.matcher(applicationId);
    return matcher.matches()
        ? Optional.of(new SourceId(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** How the names of all data files of this source begin, whatever the context. */
  String filePrefix() {
    return sha256 + "-";
  }

  @Override
  public int compareTo(SourceId other) {
    return applicationId().compareTo(other.applicationId());
  }
}
