package jp.renkei.jobs.delta;

import java.io.Serializable;
import java.util.Optional;
import jp.renkei.warehouse.table.ColumnType;

/**
 * What one column of one file holds, for data skipping. Texts longer than {@value #LONGEST_TEXT}
 * characters leave the range open, since a cut maximum would be wrong.
 */
public final class ColumnRange implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_TEXT = 64;

  private final ColumnType type;
  private Comparable<?> least;
  private Comparable<?> greatest;
  private final boolean isAsked;
  private boolean isOpen;
  private long nulls;
  private transient Object last;

  private ColumnRange(ColumnType type, boolean isAsked) {
    this.type = type;
    this.isAsked = isAsked;
    this.isOpen = !isAsked;
  }

  /** A range that nothing is known of yet. */
  static ColumnRange of(ColumnType type) {
    return new ColumnRange(type, true);
  }

  /** That of a column of whose values nothing may be told. */
  static ColumnRange untold(ColumnType type) {
    return new ColumnRange(type, false);
  }

  boolean isAsked() {
    return isAsked;
  }

  ColumnType type() {
    return type;
  }

  long nulls() {
    return nulls;
  }

  Optional<Object> least() {
    return isOpen ? Optional.empty() : Optional.ofNullable(least);
  }

  Optional<Object> greatest() {
    return isOpen ? Optional.empty() : Optional.ofNullable(greatest);
  }

  void addNulls(int more) {
    nulls += more;
  }

  void add(Object value) {
    // Whoever writes one value into every row hands in one object.
    if (isOpen || value == last) {
      return;
    }
    last = value;
    if (value instanceof String text && text.length() > LONGEST_TEXT
        || value instanceof Double number && number.isNaN()) {
      isOpen = true;
      return;
    }
    if (least == null || compare(value, least) < 0) {
      least = (Comparable<?>) value;
    }
    if (greatest == null || compare(value, greatest) > 0) {
      greatest = (Comparable<?>) value;
    }
  }

  @SuppressWarnings("unchecked") // both values come from one column, so they have one class
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
