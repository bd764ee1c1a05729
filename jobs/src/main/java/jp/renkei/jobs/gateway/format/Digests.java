package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * What stands for a value that nobody may see: {@code key-} and the {@link DigestLetters} of its
 * SHA-256. An operator makes the same with {@code printf %s VALUE | sha256sum | cut -c1-32 | tr 0-9
 * g-p}, to put it into {@code client_aliases.csv}; one that the register does not know is stored
 * under the operator's key only. For one thread.
 */
final class Digests {
  static final String PREFIX = "key-";

  private final Remembered<String> remembered = new Remembered<>(this::digest);
  private final MessageDigest sha256;

  Digests() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  String of(String value) {
    return remembered.of(value);
  }

  private String digest(String value) {
    return DigestLetters.of(PREFIX, sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
  }
}
