package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader's {@code Accept-Encoding} allows (RFC 9110, 12.5.3). */
final class AcceptedEncoding {
  private AcceptedEncoding() {}

  static boolean isGzip(Context context) {
    return isGzip(Optional.ofNullable(context.header("Accept-Encoding")).orElse(""));
  }

  /** Whether the header names gzip, else {@code *}, with a weight above zero. */
  static boolean isGzip(String header) {
    return isAllowed(header, "gzip").or(() -> isAllowed(header, "*")).orElse(false);
  }

  private static Optional<Boolean> isAllowed(String header, String coding) {
    return Arrays.stream(header.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(","))
        .filter(one -> one.equals(coding) || one.startsWith(coding + ";"))
        .map(one -> !one.matches("[^;]*;q=0(\\.0*)?"))
        .findFirst();
  }
}
