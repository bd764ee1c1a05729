package jp.renkei.jobs.gateway.format;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is made of texts that come again and again, made once. The maker must be pure. For one
 * thread.
 */
public final class Remembered<T> {
  private static final int MOST = 20_000;

  /** Longer ones are rare, and would fill the memory. */
  private static final int LONGEST = 1_000;

  /** Texts of a log mostly come as the same objects again, which are found without a map. */
  private static final int AT_HAND = 1 << 12;

  /** Places for texts whose hashes begin alike, so that these do not push each other out. */
  private static final int WAYS = 4;

  private final String[] texts = new String[AT_HAND];
  private final Object[] ofTexts = new Object[AT_HAND];
  private final Map<String, T> made = new HashMap<>();
  private final Function<String, T> maker;
  private int nextOut;

  /**
   * Remembers what a maker makes.
   *
   * @param maker never makes null
   */
  public Remembered(Function<String, T> maker) {
    this.maker = maker;
  }

  /** What is made of a text; null of null. */
  @SuppressWarnings("unchecked") // only what the maker made is at hand
  public T of(String text) {
    if (text == null) {
      return null;
    }
    int set = (text.hashCode() * 0x9E3779B9 >>> 22) * WAYS;
    for (int slot = set; slot < set + WAYS; slot++) {
      if (texts[slot] == text) {
        return (T) ofTexts[slot];
      }
    }
    T known = inMap(text);
    if (text.length() <= LONGEST) {
      nextOut = (nextOut + 1) % WAYS;
      ofTexts[set + nextOut] = known;
      texts[set + nextOut] = text;
    }
    return known;
  }

  private T inMap(String text) {
    T known = made.get(text);
    if (known == null) {
      known = maker.apply(text);
      if (made.size() >= MOST) {
        made.clear();
      }
      if (text.length() <= LONGEST) {
        made.put(text, known);
      }
    }
    return known;
  }
}
