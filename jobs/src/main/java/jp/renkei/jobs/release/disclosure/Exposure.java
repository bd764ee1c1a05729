package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.jobs.release.disclosure.Unknowns.Share;

/** Finds the figures that readers can work out too closely from those that they have. */
final class Exposure {
  private final FigureGroup group;
  private final int percent;
  private final List<BitSet> found = new ArrayList<>();

  /**
   * @param percent a figure must stay open by this share of it, to each side, and by 1 at least
   */
  Exposure(FigureGroup group, int percent) {
    this.group = group;
    this.percent = percent;
    group.columns().forEach(column -> found.add(new BitSet()));
  }

  /** A figure that is too narrowly known, and what readers know of the column that shows it. */
  record Exposed(int figure, long value, Unknowns unknowns) {}

  /**
   * The protected figures that are too narrowly known, each in the first column that shows it. The
   * more is suppressed the wider they are open, so that one that was found open stays it.
   */
  List<Exposed> find(Openness openness) {
    var exposed = new TreeMap<Integer, Exposed>();
    for (int column = 0; column < group.columns().size(); column++) {
      Optional<Unknowns> unknowns = Optional.empty();
      for (int index = 0; index < group.figures().size(); index++) {
        if (!openness.isProtected(index)
            || exposed.containsKey(index)
            || found.get(column).get(index)) {
          continue;
        }
        if (unknowns.isEmpty()) {
          unknowns = Optional.of(new Unknowns(group, openness, column));
        }
        if (isExposed(index, column, unknowns.get())) {
          long value = group.total(group.figures().get(index).atoms(), column).orElse(0);
          exposed.put(index, new Exposed(index, value, unknowns.get()));
        } else {
          found.get(column).set(index);
        }
      }
    }
    return List.copyOf(exposed.values());
  }

  private boolean isExposed(int index, int column, Unknowns unknowns) {
    var atoms = group.figures().get(index).atoms();
    long value = group.total(atoms, column).orElse(0);
    if (value <= 0) {
      return false;
    }
    double needed = Math.max(1, value * percent / 100.0);
    var shares = unknowns.shares(atoms);
    if (shares.values().stream().mapToLong(Share::amount).sum() < needed) {
      return true;
    }
    return !isOpenByExchange(shares, unknowns, needed) && isNarrow(shares, unknowns, needed);
  }

  /**
   * Whether parts outside the figure that stand in just the same sums could take and give what is
   * needed; where they can, no program need be solved.
   */
  private static boolean isOpenByExchange(
      Map<Integer, Share> shares, Unknowns unknowns, double needed) {
    double up = 0;
    double down = 0;
    for (var entry : shares.entrySet()) {
      if (unknowns.equationsOf(entry.getKey()).isEmpty()) {
        up = Double.POSITIVE_INFINITY;
        down += entry.getValue().amount();
      } else if (!entry.getValue().isWhole()) {
        up += unknowns.amountOf(entry.getKey()) - entry.getValue().amount();
        down += entry.getValue().amount();
      }
    }
    return up >= needed && down >= needed;
  }

  private static boolean isNarrow(Map<Integer, Share> shares, Unknowns unknowns, double needed) {
    var equations = new ArrayList<Program.Equation>();
    for (int equation : unknowns.around(shares.keySet())) {
      var variables = new TreeSet<Integer>();
      for (int bundle : unknowns.bundlesIn(equation)) {
        var share = shares.get(bundle);
        if (share != null) {
          variables.add(inside(bundle));
        }
        if (share == null || !share.isWhole()) {
          variables.add(outside(bundle));
        }
      }
      equations.add(new Program.Equation(variables, unknowns.sum(equation)));
    }
    var wanted = new TreeSet<Integer>();
    long amount = 0;
    boolean isUnbounded = false;
    for (var entry : shares.entrySet()) {
      amount += entry.getValue().amount();
      boolean isFree = unknowns.equationsOf(entry.getKey()).isEmpty();
      isUnbounded |= isFree;
      if (!isFree) {
        wanted.add(inside(entry.getKey()));
      }
    }
    long bounded =
        shares.entrySet().stream()
            .filter(entry -> wanted.contains(inside(entry.getKey())))
            .mapToLong(entry -> entry.getValue().amount())
            .sum();
    var program = new Program(equations);
    // What a solver rounds must not decide.
    double rounding = needed * 1e-6 + 1e-6;
    boolean isNarrowAbove = !isUnbounded && program.most(wanted) < bounded + needed - rounding;
    return isNarrowAbove || program.least(wanted) > amount - needed + rounding;
  }

  private static int inside(int bundle) {
    return 2 * bundle;
  }

  private static int outside(int bundle) {
    return 2 * bundle + 1;
  }
}
