package jp.renkei.jobs.release.disclosure;

import java.util.Set;

/**
 * What readers have from the releases that were open before, of figures that have not changed
 * since.
 *
 * @param shown keys of unchanged figures that one of them shows, each after its table's name
 * @param suppressed keys of unchanged figures that the newest one to have them suppresses, likewise
 */
public record EarlierRelease(Set<String> shown, Set<String> suppressed) {
  public EarlierRelease {
    shown = Set.copyOf(shown);
    suppressed = Set.copyOf(suppressed);
  }

  /** Before anything was published. */
  public static EarlierRelease none() {
    return new EarlierRelease(Set.of(), Set.of());
  }

  boolean shows(Figure figure) {
    return figure.rows().stream().anyMatch(row -> shown.contains(key(figure, row)));
  }

  boolean suppressed(Figure figure) {
    return figure.rows().stream().allMatch(row -> suppressed.contains(key(figure, row)));
  }

  private static String key(Figure figure, String row) {
    return figure.table() + RowKey.SEPARATOR + row;
  }
}
