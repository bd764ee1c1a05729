package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/**
 * What is stored in place of a value that must not be: {@code key-} and the first 32 hexadecimal
 * digits of its SHA-256, with g to p for 0 to 9, so that no digest ever looks like a card number.
 * An operator makes the same with {@code printf %s VALUE | sha256sum | cut -c1-32 | tr 0-9 g-p}.
 * For one thread.
 */
final class Digests {
  static final String PREFIX = "key-";

  private static final int LETTERS = 32;
  private static final int REMEMBERED = 10_000;

  private final Map<String, String> remembered = new HashMap<>();
  private final MessageDigest sha256;

  Digests() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  String of(String value) {
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(value, this::digest);
  }

  private String digest(String value) {
    byte[] hash = sha256.digest(value.getBytes(StandardCharsets.UTF_8));
    var text = new StringBuilder(PREFIX);
    for (int index = 0; index < LETTERS; index++) {
      int nibble = hash[index / 2] >> (index % 2 == 0 ? 4 : 0) & 15;
      text.append((char) (nibble < 10 ? 'g' + nibble : 'a' + nibble - 10));
    }
    return text.toString();
  }
}
