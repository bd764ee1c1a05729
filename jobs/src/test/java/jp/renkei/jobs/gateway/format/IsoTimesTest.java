package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What is remembered of the line before changes no time: each is what {@link Times} reads alone.
 */
class IsoTimesTest {
  private static final String[] OFFSETS = {"+09:00", "Z", "-0330", "+0900", "z", "", "+18:00"};
  private static final byte[] TELLING = "0123456789:.-+TtZz 6".getBytes(StandardCharsets.US_ASCII);

  /** As the reader of a line hands them in: within its bytes, and never shorter than a time. */
  private static long read(IsoTimes times, String text) {
    byte[] line = ("{\"t\":\"" + text + "\"}").getBytes(StandardCharsets.US_ASCII);
    return times.micros(line, 6, 6 + text.length());
  }

  @Property(tries = 300)
  void everyTimeIsReadAsIfAlone(@ForAll long seed) {
    var random = new Random(seed);
    var times = new IsoTimes();
    for (int line = 0; line < 200; line++) {
      String text = text(random);
      assertThat(read(times, text)).as(text).isEqualTo(Times.isoOffset(text));
    }
  }

  /** Few minutes, so that most stand in the minute of the one before; some broken. */
  private static String text(Random random) {
    String text =
        "2026-0%d-28T23:5%d:%02d%s%s"
            .formatted(
                1 + random.nextInt(2),
                8 + random.nextInt(2),
                random.nextInt(62),
                random.nextInt(3) == 0 ? "" : "." + "1234567890".substring(0, random.nextInt(11)),
                OFFSETS[random.nextInt(4) == 0 ? random.nextInt(OFFSETS.length) : 0]);
    if (random.nextInt(5) > 0) {
      return text;
    }
    byte[] changed = text.getBytes(StandardCharsets.US_ASCII);
    changed[random.nextInt(changed.length)] = TELLING[random.nextInt(TELLING.length)];
    return new String(changed, StandardCharsets.US_ASCII);
  }

  @Test
  void aLeapSecondStaysInItsDayAndTheMinuteBehindIsRight() {
    var times = new IsoTimes();
    long before = read(times, "2016-12-31T23:59:59.999999Z");
    assertThat(read(times, "2016-12-31T23:59:60Z")).isEqualTo(before);
    assertThat(read(times, "2016-12-31T23:59:58Z")).isEqualTo(before - 1_999_999);
  }
}
