package jp.renkei.webapi.security;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash in the form that other programs read too: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. What it cost stands in it, so that new hashes may cost
 * more than old ones.
 *
 * @param memory in KiB
 */
public record PasswordHash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  // What OWASP asks for at least: 19 MiB, two passes, one lane.
  private static final int MEMORY = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int MOST_MEMORY = 262_144;
  private static final SecureRandom RANDOM = new SecureRandom();

  public PasswordHash {
    salt = salt.clone();
    hash = hash.clone();
    if (memory < 8 * lanes || memory > MOST_MEMORY || passes < 1 || lanes < 1) {
      throw new IllegalArgumentException(
          "found a password hash of m=%d,t=%d,p=%d, expected m up to %d KiB."
              .formatted(memory, passes, lanes, MOST_MEMORY));
    }
  }

  /** Hashes a new password with a salt of its own. */
  public static PasswordHash of(char[] password) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    return new PasswordHash(
        MEMORY, PASSES, LANES, salt, compute(password, MEMORY, PASSES, LANES, salt, 32));
  }

  /** A hash that no password has, and that takes as long to be compared with as any other. */
  static PasswordHash ofNobody() {
    var salt = new byte[16];
    var hash = new byte[32];
    RANDOM.nextBytes(salt);
    RANDOM.nextBytes(hash);
    return new PasswordHash(MEMORY, PASSES, LANES, salt, hash);
  }

  static PasswordHash parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "found a password that is no Argon2id hash, expected one that './renkei user add' wrote.");
    }
    var base64 = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        base64.decode(form.group(4)),
        base64.decode(form.group(5)));
  }

  String text() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Whether it is the password's hash; takes the same time either way. */
  public boolean isOf(char[] password) {
    return MessageDigest.isEqual(hash, compute(password, memory, passes, lanes, salt, hash.length));
  }

  private static byte[] compute(
      char[] password, int memory, int passes, int lanes, byte[] salt, int length) {
    // The same password typed in full width or in half width is the same password.
    String normal = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFKC);
    byte[] bytes = normal.getBytes(StandardCharsets.UTF_8);
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    var hash = new byte[length];
    generator.generateBytes(bytes, hash);
    Arrays.fill(bytes, (byte) 0);
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Without the hash, which has no place in a log. */
  @Override
  public String toString() {
    return "PasswordHash[m=" + memory + ",t=" + passes + ",p=" + lanes + "]";
  }
}
