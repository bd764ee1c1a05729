package jp.renkei.jobs.gateway;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;
import jp.renkei.jobs.gateway.privacy.Hmac;

/**
 * One issuer's pseudonyms of user names; for one thread. Those made last are remembered in one
 * array, four numbers each, since a map of texts costs half a dozen cache misses a line.
 */
final class Pseudonyms {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int SLOT = 4;
  private static final int REMEMBERED = 1 << 17;

  private final Mac mac;
  private final TextHash hash = new TextHash();

  /** The hash of a name (its first number is never 0), then the pseudonym. */
  private final long[] remembered = new long[REMEMBERED * SLOT];

  private int size;

  Pseudonyms(byte[] issuerKey) {
    this.mac = Hmac.of(issuerKey);
  }

  /** 32 hexadecimal digits; the same name of the same issuer always gives the same. */
  String of(String user) {
    hash.begin(0).add(user);
    int home = (int) hash.first() & REMEMBERED - 1;
    int slot = home;
    while (remembered[slot * SLOT] != 0) {
      if (remembered[slot * SLOT] == hash.first() && remembered[slot * SLOT + 1] == hash.second()) {
        return text(slot);
      }
      slot = slot + 1 & REMEMBERED - 1;
    }
    if (++size > REMEMBERED / 2) {
      Arrays.fill(remembered, 0);
      size = 1;
      slot = home;
    }
    byte[] made = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
    remembered[slot * SLOT] = hash.first();
    remembered[slot * SLOT + 1] = hash.second();
    remembered[slot * SLOT + 2] = (long) EIGHT_BYTES.get(made, 0);
    remembered[slot * SLOT + 3] = (long) EIGHT_BYTES.get(made, Long.BYTES);
    return text(slot);
  }

  private String text(int slot) {
    byte[] digits = new byte[32];
    long first = remembered[slot * SLOT + 2];
    long second = remembered[slot * SLOT + 3];
    for (int place = 15; place >= 0; place--) {
      digits[place] = DIGITS[(int) first & 15];
      digits[place + 16] = DIGITS[(int) second & 15];
      first >>>= 4;
      second >>>= 4;
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }
}
