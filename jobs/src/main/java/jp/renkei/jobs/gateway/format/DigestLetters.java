package jp.renkei.jobs.gateway.format;

/**
 * A hash as text: 32 hexadecimal digits with g to p for 0 to 9, so that no digest ever looks like a
 * card number.
 */
public final class DigestLetters {
  private static final int LETTERS = 32;

  private DigestLetters() {}

  /** The first 128 bits of a hash, behind a prefix. */
  public static String of(String prefix, byte[] hash) {
    var text = new StringBuilder(prefix.length() + LETTERS).append(prefix);
    for (int index = 0; index < LETTERS; index++) {
      int nibble = hash[index / 2] >> (index % 2 == 0 ? 4 : 0) & 15;
      text.append((char) (nibble < 10 ? 'g' + nibble : 'a' + nibble - 10));
    }
    return text.toString();
  }
}
