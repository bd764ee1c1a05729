package jp.renkei.warehouse.release.diff;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.diff.FigureSubject.Kind;

/**
 * Every figure that an audience's files of two releases tell differently, sorted by figure.
 *
 * @param missing what one of the files lacks, so that nothing is said of it: tables that came later
 */
public record ReleaseDiff(
    Release before,
    Release after,
    Audience audience,
    List<FigureChange> changes,
    List<String> missing) {
  public ReleaseDiff {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
  }

  /** Compares two releases of one warehouse; may be the same. */
  public static ReleaseDiff of(Release before, Release after, Audience audience) {
    if (before.id() == after.id()) {
      return new ReleaseDiff(before, after, audience, List.of(), List.of());
    }
    try (var files = AttachedFiles.open(before, after, audience)) {
      var reasons = new ChangeReasons(new InputComparison(files).changes());
      var figures = new FigureComparison(files, reasons);
      var changes = new ArrayList<FigureChange>();
      var missing = new ArrayList<String>();
      for (var kind : Kind.values()) {
        if (files.bothHave(kind.table())) {
          changes.addAll(figures.changes(kind));
        } else if (files.oneHas(kind.table())) {
          missing.add(kind.table());
        }
      }
      return new ReleaseDiff(before, after, audience, changes, missing);
    }
  }

  /** How many figures moved, appeared or vanished. */
  public long count(FigureChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
