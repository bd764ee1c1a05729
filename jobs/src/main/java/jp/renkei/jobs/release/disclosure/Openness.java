package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which figures of a group readers have, and why they have not the others. */
final class Openness {
  private final FigureGroup group;
  private final Reason[] suppressed;
  private final BitSet known;
  private final Map<String, List<Integer>> series = new HashMap<>();

  /**
   * Everything that names nobody without consent is open at first.
   *
   * @param known figures that readers have from an earlier release, whatever becomes of them here
   */
  Openness(FigureGroup group, BitSet known) {
    this.group = group;
    this.suppressed = new Reason[group.figures().size()];
    this.known = (BitSet) known.clone();
    for (int index = 0; index < suppressed.length; index++) {
      String name = group.figures().get(index).series();
      if (!name.isEmpty()) {
        series.computeIfAbsent(name, absent -> new ArrayList<>()).add(index);
      }
    }
  }

  /**
   * Suppresses a figure. One that goes for the sake of another takes its whole series with it: a
   * month that stands alone could be had back from its quarter, and whom to leave out would be
   * decided anew every month.
   */
  void suppress(int figure, Reason reason) {
    suppressOne(figure, reason);
    if (!reason.isOfItself()) {
      series
          .getOrDefault(group.figures().get(figure).series(), List.of())
          .forEach(other -> suppressOne(other, reason));
    }
  }

  /**
   * A figure that readers have from before protects nothing by being gone, and could be had back
   * from its total; it goes only for what it tells itself.
   */
  private void suppressOne(int figure, Reason reason) {
    if (isPublished(figure) && (reason.isOfItself() || !known.get(figure))) {
      suppressed[figure] = reason;
    }
  }

  /** Whether the figure is in the files of others than the secretariat. */
  boolean isPublished(int figure) {
    return suppressed[figure] == null && !group.figures().get(figure).isWithheld();
  }

  /** Whether it would help to suppress the figure for the sake of others. */
  boolean isOfUse(int figure) {
    return isPublished(figure) && !known.get(figure);
  }

  /** Whether readers have the figure, from here or from an earlier release. */
  boolean isKnown(int figure) {
    return isPublished(figure) || known.get(figure);
  }

  boolean isSuppressed(int figure) {
    return suppressed[figure] != null;
  }

  Optional<Reason> reason(int figure) {
    return Optional.ofNullable(suppressed[figure]);
  }

  /**
   * Whether nobody may work out what is counted in the figure; one that went out before cannot be
   * called back, what single answers tell is no secret, nor is how much a statistic is made of.
   */
  boolean isProtected(int figure) {
    return !isKnown(figure)
        && reason(figure).filter(Reason::isOfStatistic).isEmpty()
        && group.figures().get(figure).atoms().stream()
            .anyMatch(atom -> !group.atoms().get(atom).isKnown());
  }

  long count() {
    return Arrays.stream(suppressed).filter(reason -> reason != null).count();
  }

  List<Figure> figures() {
    return group.figures();
  }
}
