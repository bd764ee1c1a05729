package jp.renkei.reports.tabulation;

import java.util.Comparator;
import java.util.List;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.warehouse.rules.Bands;

/**
 * A slice and its value, in the order of display; the whole has neither.
 *
 * @param slice empty for the whole
 */
record SliceKey(String slice, String value) implements Comparable<SliceKey> {
  static final SliceKey WHOLE = new SliceKey("", "");

  private static final List<String> SLICES = List.of("", "segment", "size_band", "association");
  private static final Comparator<SliceKey> ORDER =
      Comparator.<SliceKey>comparingInt(key -> SLICES.indexOf(key.slice()))
          .thenComparingInt(SliceKey::place)
          .thenComparing(SliceKey::value);

  private int place() {
    return slice.isEmpty() ? 0 : CodeLabels.codes(slice).indexOf(value);
  }

  /** What heads its column. */
  String label() {
    if (slice.isEmpty()) {
      return "全体";
    }
    String text = CodeLabels.japanese(slice, value);
    if (!slice.equals("size_band")) {
      return text;
    }
    // From so many to so many: a line for each keeps the column narrow.
    return value.equals(Bands.UNKNOWN) ? "規模" + text : text.replaceFirst("(以上|超)(?=.)", "$1\n");
  }

  @Override
  public int compareTo(SliceKey other) {
    return ORDER.compare(this, other);
  }
}
