package jp.renkei.jobs.gateway.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the line that nearly every line is, straight from its bytes: objects in objects, ASCII, no
 * escapes, only names that the format knows. What is otherwise in any way, bad lines with it, is
 * left to {@link JsonReader} and so to Jackson; this one never says what is wrong. It takes nothing
 * that Jackson refuses, and of what it takes makes the same values ({@code PlainJsonReaderTest}).
 * For one thread.
 */
final class PlainJsonReader {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int DEEPEST = 8;

  /** Of so many digits every whole number is a double, and fits a long. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final FieldNames root;
  private final FieldValues values;
  private final RawParts parts;

  private final IsoTimes times = new IsoTimes();

  private byte[] bytes;
  private int place;
  private int end;
  private AccessLine access;

  PlainJsonReader(RawFieldTree tree, FieldValues values, RawParts parts) {
    this.root = new FieldNames(tree);
    this.values = values;
    this.parts = parts;
  }

  /**
   * Reads a line of ASCII.
   *
   * @return false when the line is not such a one; what was read until then is to be forgotten
   */
  boolean read(byte[] line, int lineStart, int lineEnd, AccessLine taker) {
    bytes = line;
    place = lineStart;
    end = lineEnd;
    access = taker;
    try {
      return token() == '{' && object(root, 0) && token() < 0;
    } catch (LineRejected e) {
      // Jackson's way finds the same, and words it.
      return false;
    }
  }

  /** The next byte that is no blank, passed over; -1 at the end of the line. */
  private int token() {
    while (place < end) {
      byte next = bytes[place++];
      if (next != ' ' && next != '\t') {
        return next;
      }
    }
    return -1;
  }

  private boolean object(FieldNames names, int depth) throws LineRejected {
    names.open();
    int next = token();
    if (next == '}') {
      return true;
    }
    while (next == '"') {
      int name = name(names);
      if (name < 0 || !value(names, name, depth)) {
        return false;
      }
      next = token();
      if (next == '}') {
        return true;
      }
      next = next == ',' ? token() : -1;
    }
    return false;
  }

  /** Goes behind the colon of a name whose quote was passed over; -1 where it cannot be read. */
  private int name(FieldNames names) {
    int guess = names.findPlain(bytes, place - 1, end);
    if (guess >= 0) {
      place += names.plainLength(guess) - 1;
      return guess;
    }
    int start = place;
    int name = passString() ? names.find(bytes, start, place - 1) : -1;
    return token() == ':' ? name : -1;
  }

  private boolean value(FieldNames names, int name, int depth) throws LineRejected {
    var node = names.node(name);
    int first = token();
    if (first == '{') {
      return !node.isValue() && depth < DEEPEST && object(names.inside(name), depth + 1);
    }
    if (!node.isValue()) {
      return false;
    }
    return switch (first) {
      case '"' -> text(node, names.texts(name));
      case 't' -> word("rue") && truth(node, true);
      case 'f' -> word("alse") && truth(node, false);
      case 'n' -> word("ull");
      default -> first >= '0' && first <= '9' && number(node);
    };
  }

  private boolean text(RawFieldTree node, RepeatedTexts repeated) throws LineRejected {
    int start = place;
    if (!node.mayBeText() || !passString()) {
      return false;
    }
    int textEnd = place - 1;
    // Shorter texts of a time's field may say that there is none.
    if (node.isIsoTime() && textEnd - start >= IsoTimes.SHORTEST) {
      long micros = times.micros(bytes, start, textEnd);
      if (micros == Times.BAD) {
        return false;
      }
      values.time(node.rules()[0], micros, access);
      return true;
    }
    String text = repeated.of(bytes, start, textEnd);
    boolean isHarmless = repeated.isHarmless(bytes, start, textEnd);
    for (var rule : node.rules()) {
      values.text(rule, text, isHarmless, access);
    }
    for (var part : node.parts()) {
      parts.text(part, text);
    }
    return true;
  }

  private boolean truth(RawFieldTree node, boolean truth) throws LineRejected {
    for (var rule : node.rules()) {
      values.truth(rule, truth, access);
    }
    return node.parts().length == 0;
  }

  private boolean word(String rest) {
    for (int index = 0; index < rest.length(); index++) {
      if (place >= end || bytes[place++] != rest.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  /** A number without sign and exponent, whose first digit was passed over. */
  private boolean number(RawFieldTree node) throws LineRejected {
    int start = place - 1;
    long digits = digits(0);
    int whole = place - start;
    if (whole > MOST_DIGITS || (whole > 1 && bytes[start] == '0')) {
      return false;
    }
    int decimals = 0;
    if (place < end && bytes[place] == '.') {
      int point = place++;
      place++;
      if (place > end || !isDigit(bytes[place - 1])) {
        return false;
      }
      digits = digits(digits);
      decimals = place - point - 1;
      if (whole + decimals > MOST_DIGITS) {
        return false;
      }
    }
    // Whatever follows but a comma, a bracket or a blank ends the plain line.
    for (var rule : node.rules()) {
      if (decimals == 0) {
        values.number(rule, digits, access);
      } else {
        values.decimal(rule, digits / POWERS[decimals], access);
      }
    }
    for (var part : node.parts()) {
      parts.number(part, new String(bytes, start, place - start, StandardCharsets.ISO_8859_1));
    }
    return true;
  }

  /** The digits from the one before the place on, behind those of a number. */
  private long digits(long number) {
    long digits = number * 10 + bytes[place - 1] - '0';
    // More than fit are refused by their count.
    while (place < end && isDigit(bytes[place])) {
      digits = digits * 10 + bytes[place++] - '0';
    }
    return digits;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Goes behind the closing quote; false where an escape or a control character comes first. */
  private boolean passString() {
    int at = place;
    while (at + Long.BYTES <= end) {
      long eight = (long) EIGHT_BYTES.get(bytes, at);
      long special = zeroes(eight ^ EACH * '"') | zeroes(eight ^ EACH * '\\') | below(eight);
      if (special != 0) {
        at += Long.numberOfTrailingZeros(special) >> 3;
        break;
      }
      at += Long.BYTES;
    }
    while (at < end && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] >= ' ') {
      at++;
    }
    place = at + 1;
    return at < end && bytes[at] == '"';
  }

  /** The high bit of the first byte that is zero, perhaps those of some behind it. */
  private static long zeroes(long eight) {
    return (eight - EACH) & ~eight & HIGH_BITS;
  }

  /** The same for the first byte below the blank; all are ASCII. */
  private static long below(long eight) {
    return (eight - EACH * ' ') & ~eight & HIGH_BITS;
  }
}
