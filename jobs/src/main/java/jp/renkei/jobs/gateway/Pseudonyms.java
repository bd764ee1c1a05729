package jp.renkei.jobs.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import jp.renkei.jobs.delta.NumberedTexts;
import jp.renkei.jobs.delta.RowBatch;
import jp.renkei.jobs.gateway.privacy.Hmac;

/**
 * One issuer's pseudonyms of user names; for one thread. Those made last are remembered under a
 * hash of the name, since a map of texts costs half a dozen cache misses a line.
 */
final class Pseudonyms {
  private static final int PSEUDONYM_BYTES = 16;
  private static final int REMEMBERED = 1 << 17;
  private static final long NUMBER = REMEMBERED - 1L;

  private final Mac mac;
  private final TextHash hash = new TextHash();

  /**
   * Two numbers a name: 64 bits of its hash, of which 0 stands for none, and 47 further ones above
   * the number of its pseudonym.
   */
  private final long[] names = new long[REMEMBERED * 2];

  private NumberedTexts pseudonyms = new NumberedTexts();

  private final long[] hashes = new long[AccessBatch.MOST * 2];
  private final int[] numbers = new int[AccessBatch.MOST];

  /** Has no meaning, but has the loads of a batch happen. */
  private long touched;

  Pseudonyms(byte[] issuerKey) {
    this.mac = Hmac.of(issuerKey);
  }

  /** Looks up the users of a batch. */
  void begin(AccessBatch batch) {
    for (int index = 0; index < batch.size(); index++) {
      hash.begin(0).add(batch.access(index).user);
      hashes[index * 2] = hash.first();
      hashes[index * 2 + 1] = hash.second();
    }
    long sum = 0;
    for (int index = 0; index < batch.size(); index++) {
      sum += names[home(hashes[index * 2])];
    }
    touched = sum;
    if (pseudonyms.size() + batch.size() > REMEMBERED / 2) {
      Arrays.fill(names, 0);
      pseudonyms = new NumberedTexts();
    }
    for (int index = 0; index < batch.size(); index++) {
      String user = batch.access(index).user;
      numbers[index] =
          user == null ? RowBatch.NO_TEXT : number(user, hashes[index * 2], hashes[index * 2 + 1]);
    }
  }

  /**
   * What the numbers stand for: 32 hexadecimal digits; the same name of the same issuer always
   * gives the same.
   */
  NumberedTexts texts() {
    return pseudonyms;
  }

  /** Of the accesses of the batch; {@link RowBatch#NO_TEXT} where one names no user. */
  int[] numbers() {
    return numbers;
  }

  private int number(String user, long first, long second) {
    int slot = home(first);
    while (names[slot] != 0) {
      if (names[slot] == first && ((names[slot + 1] ^ second) & ~NUMBER) == 0) {
        return (int) (names[slot + 1] & NUMBER);
      }
      slot = slot + 2 & names.length - 1;
    }
    int number = pseudonyms.add(text(mac.doFinal(user.getBytes(StandardCharsets.UTF_8))));
    names[slot] = first;
    names[slot + 1] = second & ~NUMBER | number;
    return number;
  }

  private static int home(long hash) {
    return ((int) hash & REMEMBERED - 1) * 2;
  }

  private static String text(byte[] hashed) {
    return HexFormat.of().formatHex(hashed, 0, PSEUDONYM_BYTES);
  }
}
