package jp.renkei.jobs.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.parquet.io.api.Binary;

/** One issuer's pseudonyms of user names; for one thread. */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final int REMEMBERED = 200_000;

  private final Mac mac;
  private final Map<String, Binary> remembered = new HashMap<>();

  Pseudonyms(byte[] issuerKey) {
    this.mac = mac(issuerKey);
  }

  /** 32 hexadecimal digits; the same name of the same issuer always gives the same. */
  Binary of(String user) {
    Binary known = remembered.get(user);
    if (known == null) {
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      byte[] hash = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
      known = Binary.fromString(HexFormat.of().formatHex(hash, 0, BYTES));
      remembered.put(user, known);
    }
    return known;
  }

  static byte[] hash(byte[] key, String text) {
    return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(byte[] key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
