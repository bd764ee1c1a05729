package jp.renkei.jobs.gateway.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Tests every line's bytes and every text before anything is stored; for one thread. */
final class TextCheck {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long ZEROES = LOW_BITS * '0';
  private static final long PERCENTS = LOW_BITS * '%';
  private static final long BEYOND_NINE = LOW_BITS * (0x80 - 10);

  private static final int FEWEST_CARD_DIGITS = 13;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  /**
   * Refuses bytes that are no UTF-8, and NUL.
   *
   * @return true when all bytes are ASCII
   */
  boolean isAscii(byte[] bytes, int start, int end) throws LineRejected {
    int place = start;
    while (place + 8 <= end) {
      long eight = (long) EIGHT_BYTES.get(bytes, place);
      // The second term has a high bit set where a byte is zero.
      if (((eight | (eight - LOW_BITS)) & HIGH_BITS) != 0) {
        break;
      }
      place += 8;
    }
    boolean isAscii = true;
    for (; place < end; place++) {
      if (bytes[place] == 0) {
        throw new LineRejected(
            RejectReason.NOT_UTF8, "%dバイト目にNUL".formatted(place - start + 1), "文字だけの行");
      }
      isAscii &= bytes[place] > 0;
    }
    if (!isAscii) {
      try {
        decoder.decode(ByteBuffer.wrap(bytes, start, end - start));
      } catch (CharacterCodingException e) {
        throw new LineRejected(RejectReason.NOT_UTF8, "UTF-8でないバイト", "UTF-8の文字");
      }
    }
    return isAscii;
  }

  /**
   * Bytes that can be read, where one bad byte must not cost the whole line: the same, or a copy of
   * the part from start to end with a question mark for every byte that is no UTF-8, and for NUL.
   *
   * @param bad takes their places, counted from start
   */
  byte[] readable(byte[] bytes, int start, int end, BitSet bad) {
    try {
      isAscii(bytes, start, end);
      return bytes;
    } catch (LineRejected e) {
      byte[] copy = Arrays.copyOfRange(bytes, start, end);
      var in = ByteBuffer.wrap(copy);
      var out = CharBuffer.allocate(copy.length);
      decoder.reset();
      while (true) {
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
          break;
        }
        for (int index = 0; index < result.length(); index++) {
          bad.set(in.position());
          copy[in.position()] = '?';
          in.position(in.position() + 1);
        }
      }
      for (int place = 0; place < copy.length; place++) {
        if (copy[place] == 0) {
          bad.set(place);
          copy[place] = '?';
        }
      }
      return copy;
    }
  }

  /**
   * Whether {@link #text} and {@link #id} take a text at a glance: of so few digits, and without
   * escapes, that no card number is in it.
   *
   * @param bytes ASCII without NUL
   */
  static boolean isHarmless(byte[] bytes, int start, int end) {
    if (end - start < FEWEST_CARD_DIGITS) {
      return true;
    }
    int digits = 0;
    int place = start;
    for (; place + Long.BYTES <= end; place += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(bytes, place);
      long percent = eight ^ PERCENTS;
      if (((percent - LOW_BITS) & ~percent & HIGH_BITS) != 0) {
        return false;
      }
      // A digit is 0 to 9 behind the exclusive or; what is more reaches the high bit.
      digits += Long.BYTES - Long.bitCount((eight ^ ZEROES) + BEYOND_NINE & HIGH_BITS);
    }
    for (; place < end; place++) {
      if (bytes[place] == '%') {
        return false;
      }
      digits += bytes[place] >= '0' && bytes[place] <= '9' ? 1 : 0;
    }
    return digits < FEWEST_CARD_DIGITS;
  }

  /** Refuses a text that holds a card number, a NUL or half a surrogate pair. */
  void text(String name, String text) throws LineRejected {
    int digits = digits(text);
    if (digits >= FEWEST_CARD_DIGITS ? Escapes.holdCardNumber(text) : digits < 0) {
      throw rejected(name, text, digits);
    }
  }

  /** The same for a field's raw text; its name is made only where it is needed. */
  void text(FieldRule rule, String text) throws LineRejected {
    int digits = digits(text);
    if (digits >= FEWEST_CARD_DIGITS ? Escapes.holdCardNumber(text) : digits < 0) {
      throw rejected(rule.from(), text, digits);
    }
  }

  /**
   * Refuses an id that holds a NUL or half a surrogate pair.
   *
   * @return whether it looks like a card number and is stored; a user becomes a pseudonym anyway
   */
  boolean id(FieldRule rule, String id) throws LineRejected {
    int digits = digits(id);
    if (digits < 0) {
      throw rejected(rule.from(), id, digits);
    }
    return digits >= FEWEST_CARD_DIGITS
        && rule.field() != AccessField.USER
        && Escapes.holdCardNumber(id);
  }

  private static LineRejected rejected(String name, String text, int digits) {
    if (digits < 0) {
      return new LineRejected(
          RejectReason.NOT_UTF8,
          "%s：U+%04X".formatted(name, (int) text.charAt(-1 - digits)),
          "UTF-8で書ける文字");
    }
    return new LineRejected(RejectReason.CARD_NUMBER_FOUND, name + "：カード番号", "カード番号を含まない値");
  }

  /**
   * Counts digits that stand together, with gaps between them: {@link #FEWEST_CARD_DIGITS} or more
   * where a text may hold a card number, as it stands or behind escapes; less than 0 where it holds
   * a NUL or half a surrogate pair, namely -1 minus the place.
   */
  private static int digits(String text) {
    // Escapes write characters with few digits of their own, so their digits cannot be counted.
    boolean mayHoldCard = false;
    int digits = 0;
    int length = text.length();
    for (int place = 0; place < length; place++) {
      char c = text.charAt(place);
      // Letters come first, since there are most of them.
      if (c > '9') {
        if (c >= Character.MIN_SURROGATE) {
          if (Character.isSurrogate(c) && !isPair(text, place)) {
            return -1 - place;
          }
          place += Character.isSurrogate(c) ? 1 : 0;
          digits += c >= '０' && c <= '９' ? 1 : 0;
        } else if (c == '\\') {
          mayHoldCard = true;
        } else if (c < 0x80) {
          mayHoldCard |= digits >= FEWEST_CARD_DIGITS;
          digits = 0;
        }
      } else if (c >= '0') {
        digits++;
      } else if (c == '%') {
        mayHoldCard = true;
      } else if (c == 0) {
        return -1 - place;
      } else if (!mayBeGap(c)) {
        mayHoldCard |= digits >= FEWEST_CARD_DIGITS;
        digits = 0;
      }
    }
    return mayHoldCard ? FEWEST_CARD_DIGITS : digits;
  }

  private static boolean isPair(String text, int place) {
    return Character.isHighSurrogate(text.charAt(place))
        && place + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(place + 1));
  }

  /** Blanks and hyphens part the groups of a card number; a plus stands for a blank. */
  private static boolean mayBeGap(char c) {
    return c == ' ' || c == '-' || c == '+' || c == '\t';
  }
}
