package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;

/** Bytes of ASCII that are read as a text in passing; one object is set again and again. */
final class AsciiText implements CharSequence {
  private byte[] bytes = {};
  private int start;
  private int length;

  void set(byte[] source, int textStart, int textEnd) {
    bytes = source;
    start = textStart;
    length = textEnd - textStart;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return (char) bytes[start + index];
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return toString().substring(from, to);
  }

  @Override
  public String toString() {
    return new String(bytes, start, length, StandardCharsets.US_ASCII);
  }
}
