package jp.renkei.jobs.gateway.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is made of texts that come again and again, made once. The maker must be pure. For one
 * thread.
 */
public final class RememberedTexts {
  private static final int REMEMBERED = 20_000;

  /** Longer ones are rare, and would fill the memory. */
  private static final int LONGEST = 1_000;

  private final Map<String, String> made = new HashMap<>();
  private final UnaryOperator<String> maker;

  public RememberedTexts(UnaryOperator<String> maker) {
    this.maker = maker;
  }

  /** What is made of a text; null of null. */
  public String of(String text) {
    if (text == null) {
      return null;
    }
    String known = made.get(text);
    if (known == null) {
      known = maker.apply(text);
      if (made.size() >= REMEMBERED) {
        made.clear();
      }
      if (text.length() <= LONGEST) {
        made.put(text, known);
      }
    }
    return known;
  }
}
