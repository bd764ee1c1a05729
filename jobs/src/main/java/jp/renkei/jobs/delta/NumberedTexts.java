package jp.renkei.jobs.delta;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that come again and again in one column, numbered from 0 in the order of their coming. As a
 * value of a row it stands for the text that was pointed at last; the column keeps by the number
 * what it has to know of a text, and need not look it up. For one thread.
 */
public final class NumberedTexts {
  private final List<String> texts = new ArrayList<>();
  private int number = -1;

  /** Takes a text that it does not hold, and tells its number. */
  public int add(String text) {
    texts.add(text);
    return texts.size() - 1;
  }

  /** Points at a text. */
  public NumberedTexts at(int number) {
    this.number = number;
    return this;
  }

  /** The number pointed at. */
  int number() {
    return number;
  }

  public int size() {
    return texts.size();
  }

  /** The text pointed at. */
  @Override
  public String toString() {
    return texts.get(number);
  }
}
