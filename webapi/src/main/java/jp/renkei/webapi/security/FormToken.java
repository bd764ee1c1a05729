package jp.renkei.webapi.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ties the sign-in form to the browser it was shown in, before there is a session: the form carries
 * what this server's key makes of a cookie.
 */
final class FormToken {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key =
      new SecretKeySpec(HexFormat.of().parseHex(RandomText.of256Bits()), ALGORITHM);

  String of(String cookie) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
