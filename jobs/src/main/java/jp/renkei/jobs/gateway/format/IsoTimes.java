package jp.renkei.jobs.gateway.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads times with their offset as {@link Times#isoOffset} does, from bytes. The lines of a log
 * come in the order of their times or nearly so: of most, all but seconds and decimals stands as it
 * stood in the line before, and is compared, not read. For one thread.
 */
final class IsoTimes {
  /** {@code 2026-01-05T09:00}, which two long numbers hold. */
  private static final int MINUTE_BYTES = 16;

  /** Up to the end of the seconds. */
  static final int SHORTEST = 19;

  private static final int MOST_DECIMALS = 9;
  private static final int DECIMALS_OF_MICROS = 6;
  private static final long[] POWERS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final AsciiText text = new AsciiText();
  private long firstEight;
  private long secondEight;
  private long offset;

  /** Of the minute that stands above, in UTC; {@link Times#BAD} before there is one. */
  private long minuteMicros = Times.BAD;

  /**
   * The microseconds since 1970, or {@link Times#BAD}.
   *
   * @param bytes ASCII, without NUL
   */
  long micros(byte[] bytes, int start, int end) {
    int place = start + SHORTEST;
    if (place > end || bytes[start + MINUTE_BYTES] != ':') {
      return slowly(bytes, start, end);
    }
    int tens = bytes[place - 2] - '0';
    int ones = bytes[place - 1] - '0';
    long decimals = 0;
    int count = 0;
    if (place < end && bytes[place] == '.') {
      place++;
      while (place < end && bytes[place] >= '0' && bytes[place] <= '9') {
        decimals = count < DECIMALS_OF_MICROS ? decimals * 10 + bytes[place] - '0' : decimals;
        count++;
        place++;
      }
      if (count == 0 || count > MOST_DECIMALS) {
        return Times.BAD;
      }
    }
    // A leap second is no second of its minute.
    if (tens < 0 || tens > 5 || ones < 0 || ones > 9) {
      return slowly(bytes, start, end);
    }
    long withinMinute =
        (tens * 10 + ones) * POWERS[0] + decimals * POWERS[Math.min(count, DECIMALS_OF_MICROS)];
    long first = (long) EIGHT_BYTES.get(bytes, start);
    long second = (long) EIGHT_BYTES.get(bytes, start + Long.BYTES);
    long behind = last(bytes, end, end - place);
    if (first == firstEight && second == secondEight && behind == offset) {
      return minuteMicros == Times.BAD ? Times.BAD : minuteMicros + withinMinute;
    }
    long micros = slowly(bytes, start, end);
    firstEight = first;
    secondEight = second;
    offset = behind;
    minuteMicros = micros == Times.BAD ? Times.BAD : micros - withinMinute;
    return micros;
  }

  private long slowly(byte[] bytes, int start, int end) {
    text.set(bytes, start, end);
    return Times.isoOffset(text);
  }

  /** The last bytes as a number, which tells how many they are; no offset has more than eight. */
  private static long last(byte[] bytes, int end, int count) {
    long eight = (long) EIGHT_BYTES.get(bytes, end - Long.BYTES);
    return count == 0 ? 0 : eight >>> Math.max(0, Long.SIZE - count * Byte.SIZE);
  }
}
