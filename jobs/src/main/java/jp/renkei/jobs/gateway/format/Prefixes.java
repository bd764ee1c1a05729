package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What collectors write before the product's own line, such as the time and the stream of a
 * container's log. A prefix is looked for only where the line does not begin as the product's do.
 * For one thread.
 */
final class Prefixes {
  private static final Prefixes NONE = new Prefixes(List.of(), "", new TextCheck());
  private static final int LONGEST = 512;

  private final List<LinePattern> patterns;
  private final String beginnings;
  private final TextCheck check;

  /**
   * @param beginnings the signs with which the product's lines begin
   */
  Prefixes(List<LinePattern> patterns, String beginnings, TextCheck check) {
    this.patterns = patterns;
    this.beginnings = beginnings;
    this.check = check;
  }

  static Prefixes none() {
    return NONE;
  }

  /** Where the product's own line begins. */
  int end(byte[] bytes, int start, int end) throws LineRejected {
    if (patterns.isEmpty() || begins(bytes, start, end)) {
      return start;
    }
    String head =
        new String(bytes, start, Math.min(end - start, LONGEST), StandardCharsets.ISO_8859_1);
    for (var pattern : patterns) {
      int length = pattern.prefixOf(head);
      if (length > 0 && begins(bytes, start + length, end)) {
        check.isAscii(bytes, start, start + length);
        check.text("行の先頭", new String(bytes, start, length, StandardCharsets.UTF_8));
        return start + length;
      }
    }
    return start;
  }

  private boolean begins(byte[] bytes, int place, int end) {
    return place < end && beginnings.indexOf(bytes[place]) >= 0;
  }
}
