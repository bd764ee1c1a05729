package jp.renkei.jobs.delta;

/**
 * A text that comes again and again in one column, handed in as the same object each time: the
 * column keeps in it the number that the text has there, and need not look it up. For one thread.
 */
public final class DictionaryText {
  private final String text;
  private TextColumn column;
  private int id;

  public DictionaryText(String text) {
    this.text = text;
  }

  /** The number that the text has in a column; less than 0 where the column has not met it. */
  int idIn(TextColumn asking) {
    return column == asking ? id : -1;
  }

  void setId(TextColumn of, int number) {
    column = of;
    id = number;
  }

  /** The text itself. */
  @Override
  public String toString() {
    return text;
  }
}
