package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways in which each figure of a group is broken down: a total and rows of one shape that are
 * parts of it, such as all issuers of a month.
 */
final class Breakdowns {
  /**
   * A total and the rows of one shape that are parts of it.
   *
   * @param total place of the figure in the group
   * @param parts places of the rows
   */
  record Breakdown(int total, List<Integer> parts) {}

  private final List<Breakdown> all = new ArrayList<>();

  /** The longest times first, so that months follow what was decided for their year. */
  Breakdowns(FigureGroup group) {
    var byShape = new LinkedHashMap<Figure.Shape, List<Integer>>();
    for (int index = 0; index < group.figures().size(); index++) {
      var figure = group.figures().get(index);
      if (figure.addsUp()) {
        byShape.computeIfAbsent(figure.shape(), absent -> new ArrayList<>()).add(index);
      }
    }
    byShape.keySet().stream()
        .sorted(Comparator.comparingInt(Figure.Shape::worth).reversed())
        .forEach(above -> byShape.forEach((below, parts) -> add(group, byShape, above, below)));
  }

  private void add(
      FigureGroup group,
      Map<Figure.Shape, List<Integer>> byShape,
      Figure.Shape above,
      Figure.Shape below) {
    if (!above.isOneStepAbove(below)) {
      return;
    }
    for (int total : byShape.get(above)) {
      var atoms = group.figures().get(total).atoms();
      var parts =
          byShape.get(below).stream()
              .filter(part -> isWithin(group.figures().get(part).atoms(), atoms))
              .toList();
      if (!parts.isEmpty()) {
        all.add(new Breakdown(total, parts));
      }
    }
  }

  private static boolean isWithin(BitSet part, BitSet total) {
    // Most parts of another total show it by their first atom.
    if (!total.get(part.nextSetBit(0)) || part.cardinality() > total.cardinality()) {
      return false;
    }
    var rest = (BitSet) part.clone();
    rest.andNot(total);
    return rest.isEmpty();
  }

  List<Breakdown> all() {
    return all;
  }
}
