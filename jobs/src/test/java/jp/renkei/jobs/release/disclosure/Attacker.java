package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.jobs.release.disclosure.AdditiveRows.Row;

/**
 * Somebody who holds every published figure, knows every company and knows which figures add up to
 * which, and works out with linear programs how narrowly each figure that he does not have is
 * known. He shares no code with the disclosure control that he tries.
 */
final class Attacker {
  private final int percent;

  /**
   * @param percent share of a figure that must stay open to each side
   */
  Attacker(int percent) {
    this.percent = percent;
  }

  /** A figure that the attacker knows too closely. */
  record Finding(Row row, String column, long value, double least, double most) {
    @Override
    public String toString() {
      return row.key() + " " + column + " = " + value + " lies in " + least + " .. " + most;
    }
  }

  /**
   * The figures that are known too closely.
   *
   * @param rows all rows of one figure, as the secretariat has them
   * @param published keys of the rows that readers have
   */
  List<Finding> attack(List<Row> rows, Set<String> published) {
    var findings = new ArrayList<Finding>();
    for (String column : List.of("numerator", "denominator")) {
      findings.addAll(attack(new AdditiveRows(rows, column), published, column));
    }
    return findings;
  }

  private List<Finding> attack(AdditiveRows rows, Set<String> published, String column) {
    var unknown = new TreeMap<Integer, Long>();
    for (int i = 0; i < rows.all().size(); i++) {
      if (!published.contains(rows.all().get(i).key())) {
        unknown.put(i, rows.amount(i));
      }
    }
    var sums = new ArrayList<KnownSum>();
    for (var equation : rows.equations()) {
      sums.add(KnownSum.of(equation, rows, unknown.keySet(), rows.all().size() + sums.size()));
    }
    var findings = new ArrayList<Finding>();
    for (var component : components(sums)) {
      var intervals = new FeasibleIntervals(component);
      for (int i : unknown.keySet()) {
        long value = unknown.get(i);
        if (value > 0 && intervals.has(i)) {
          double needed = Math.max(1, value * percent / 100.0);
          var interval = intervals.atLeast(i, value - needed, value + needed);
          if (interval.least() > value - needed + 1e-3 || interval.most() < value + needed - 1e-3) {
            findings.add(
                new Finding(rows.all().get(i), column, value, interval.least(), interval.most()));
          }
        }
      }
    }
    return findings;
  }

  /** The sums that hang together by unknowns, each set of them a program of its own. */
  private static List<List<KnownSum>> components(List<KnownSum> sums) {
    var parent = new HashMap<Integer, Integer>();
    for (var sum : sums) {
      Integer first = null;
      for (int unknown : sum.signs().keySet()) {
        int root = root(parent, unknown);
        if (first == null) {
          first = root;
        } else {
          parent.put(root, root(parent, first));
        }
      }
    }
    var components = new TreeMap<Integer, List<KnownSum>>();
    for (var sum : sums) {
      sum.signs().keySet().stream()
          .findFirst()
          .ifPresent(
              unknown ->
                  components
                      .computeIfAbsent(root(parent, unknown), absent -> new ArrayList<>())
                      .add(sum));
    }
    return List.copyOf(components.values());
  }

  private static int root(Map<Integer, Integer> parent, int unknown) {
    int at = unknown;
    while (!Objects.equals(parent.getOrDefault(at, at), at)) {
      parent.put(at, parent.getOrDefault(parent.get(at), parent.get(at)));
      at = parent.get(at);
    }
    return at;
  }

  /**
   * What unknowns, each with its sign, add up to.
   *
   * @param signs 1 or -1 by unknown
   */
  record KnownSum(Map<Integer, Integer> signs, long sum) {
    /**
     * @param rest number of the unknown that stands for what the parts leave of the total
     */
    static KnownSum of(
        AdditiveRows.Equation equation, AdditiveRows rows, Set<Integer> unknown, int rest) {
      var signs = new TreeMap<Integer, Integer>();
      long sum = 0;
      for (int part : equation.parts()) {
        if (unknown.contains(part)) {
          signs.put(part, 1);
        } else {
          sum -= rows.amount(part);
        }
      }
      if (unknown.contains(equation.total())) {
        signs.put(equation.total(), -1);
      } else {
        sum += rows.amount(equation.total());
      }
      if (!equation.isComplete()) {
        signs.put(rest, 1);
      }
      return new KnownSum(signs, sum);
    }
  }
}
