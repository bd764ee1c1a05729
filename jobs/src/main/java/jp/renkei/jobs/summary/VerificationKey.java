package jp.renkei.jobs.summary;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import jp.renkei.jobs.Sha256;

/**
 * An issuer's public Ed25519 key.
 *
 * @param base64 of its SubjectPublicKeyInfo
 */
public record VerificationKey(String base64) implements Serializable {
  /** How every Ed25519 key of RFC 8410 begins. */
  private static final byte[] BEGINNING = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int BYTES = 44;
  private static final int FINGERPRINT_DIGITS = 16;

  static VerificationKey of(PublicKey key) {
    return new VerificationKey(Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  /** The key that a text is; empty where it is none, or is written in another way. */
  public static Optional<VerificationKey> parse(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      boolean isKey =
          der.length == BYTES
              && Arrays.equals(der, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length)
              && Base64.getEncoder().encodeToString(der).equals(base64);
      if (!isKey) {
        return Optional.empty();
      }
      var key = new VerificationKey(base64);
      key.key();
      return Optional.of(key);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private PublicKey key() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  /** By which people tell keys apart. */
  public String fingerprint() {
    return Sha256.of(Base64.getDecoder().decode(base64)).substring(0, FINGERPRINT_DIGITS);
  }

  boolean hasSigned(String text, byte[] signature) {
    try {
      var verification = Signature.getInstance("Ed25519");
      verification.initVerify(key());
      verification.update(text.getBytes(StandardCharsets.UTF_8));
      return verification.verify(signature);
    } catch (GeneralSecurityException e) {
      // Bytes that are no signature at all.
      return false;
    }
  }
}
