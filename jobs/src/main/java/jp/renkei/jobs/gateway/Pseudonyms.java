package jp.renkei.jobs.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import jp.renkei.jobs.delta.DictionaryText;
import jp.renkei.jobs.gateway.privacy.Hmac;

/**
 * One issuer's pseudonyms of user names; for one thread. Those made last are remembered under a
 * hash of the name, since a map of texts costs half a dozen cache misses a line.
 */
final class Pseudonyms {
  private static final int PSEUDONYM_BYTES = 16;
  private static final int REMEMBERED = 1 << 17;

  private final Mac mac;
  private final TextHash hash = new TextHash();

  /** The hash of a name in two numbers, of which the first is never 0. */
  private final long[] names = new long[REMEMBERED * 2];

  private final DictionaryText[] pseudonyms = new DictionaryText[REMEMBERED];

  private int size;

  Pseudonyms(byte[] issuerKey) {
    this.mac = Hmac.of(issuerKey);
  }

  /** 32 hexadecimal digits; the same name of the same issuer always gives the same. */
  DictionaryText of(String user) {
    hash.begin(0).add(user);
    int home = (int) hash.first() & REMEMBERED - 1;
    int slot = home;
    while (names[slot * 2] != 0) {
      if (names[slot * 2] == hash.first() && names[slot * 2 + 1] == hash.second()) {
        return pseudonyms[slot];
      }
      slot = slot + 1 & REMEMBERED - 1;
    }
    if (++size > REMEMBERED / 2) {
      Arrays.fill(names, 0);
      size = 1;
      slot = home;
    }
    names[slot * 2] = hash.first();
    names[slot * 2 + 1] = hash.second();
    pseudonyms[slot] = new DictionaryText(text(mac.doFinal(user.getBytes(StandardCharsets.UTF_8))));
    return pseudonyms[slot];
  }

  private static String text(byte[] hashed) {
    return HexFormat.of().formatHex(hashed, 0, PSEUDONYM_BYTES);
  }
}
