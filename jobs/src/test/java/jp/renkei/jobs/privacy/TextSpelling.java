package jp.renkei.jobs.privacy;

import java.nio.charset.StandardCharsets;

/** How URLs and logs write what they do not write as it stands. */
public final class TextSpelling {
  private TextSpelling() {}

  /** {@code %E5%B1%B1}; of all but letters and digits in ASCII. */
  public static String percentEncoded(String text) {
    var encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = one > 0 && Character.isLetterOrDigit(one);
      encoded.append(isPlain ? "" + (char) one : "%%%02X".formatted(one));
    }
    return encoded.toString();
  }

  /** {@code \xE5\xB1\xB1}, as nginx and Apache write bytes beyond ASCII. */
  public static String backslashEscaped(String text) {
    var escaped = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(one > ' ' ? "" + (char) one : "\\x%02X".formatted(one));
    }
    return escaped.toString();
  }

  /** With a backslash, u and four digits for every character beyond ASCII. */
  public static String jsonEscaped(String text) {
    var escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(c < 0x80 ? "" + (char) c : "\\u%04x".formatted(c)));
    return escaped.toString();
  }
}
