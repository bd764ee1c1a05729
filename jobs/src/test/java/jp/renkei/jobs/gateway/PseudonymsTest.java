package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import jp.renkei.jobs.delta.RowBatch;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.privacy.Hmac;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final byte[] KEY = "a secret of a test".getBytes(StandardCharsets.UTF_8);

  /** More users than are remembered, so that some are worked out a second time. */
  private static final int USERS = 150_000;

  @Test
  void areTheHashesOfTheNames() {
    var pseudonyms = new Pseudonyms(KEY);
    var mac = Hmac.of(KEY);
    var random = new Random(1);
    var batch = new AccessBatch();
    var access = new AccessLine();
    for (int round = 0; round < 20_000; round++) {
      batch.clear();
      while (!batch.isFull()) {
        access.user = random.nextInt(10) == 0 ? null : "u" + random.nextInt(USERS);
        batch.add(access, 1);
      }
      pseudonyms.begin(batch);
      for (int index = 0; index < batch.size(); index++) {
        String user = batch.access(index).user;
        if (user == null) {
          assertThat(pseudonyms.numbers()[index]).isEqualTo(RowBatch.NO_TEXT);
        } else {
          var made = pseudonyms.texts().at(pseudonyms.numbers()[index]);
          if (!made.toString().equals(pseudonym(mac, user))) {
            assertThat(made).as(user).hasToString(pseudonym(mac, user));
          }
        }
      }
    }
  }

  private static String pseudonym(javax.crypto.Mac mac, String user) {
    return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }
}
