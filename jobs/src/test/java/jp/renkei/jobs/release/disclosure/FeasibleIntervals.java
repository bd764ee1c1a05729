package jp.renkei.jobs.release.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.jobs.release.disclosure.Attacker.KnownSum;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * How small and how large each unknown of some sums can be; none is negative. Every solution that a
 * program finds is possible for all unknowns at once, so that most of them need no program of their
 * own.
 */
final class FeasibleIntervals {
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<Integer, Variable> variables = new TreeMap<>();
  private final Map<Integer, Double> limits = new HashMap<>();
  private final double scale;
  private final Map<Integer, Interval> seen = new HashMap<>();

  /** What an unknown can be. */
  record Interval(double least, double most) {
    Interval with(double value) {
      return new Interval(Math.min(least, value), Math.max(most, value));
    }
  }

  FeasibleIntervals(List<KnownSum> sums) {
    // A solver is at its best with numbers near one; a power of two rounds none of them.
    long largest = sums.stream().mapToLong(sum -> Math.abs(sum.sum())).max().orElse(1);
    scale = Math.scalb(1.0, Math.getExponent((double) Math.max(1, largest)));
    for (var sum : sums) {
      boolean isOfParts = sum.signs().values().stream().allMatch(sign -> sign > 0);
      for (int unknown : sum.signs().keySet()) {
        variables.computeIfAbsent(unknown, one -> model.newVariable("x" + one).lower(0));
        if (isOfParts) {
          limits.merge(unknown, sum.sum() / scale, Math::min);
        }
      }
    }
    limits.forEach((unknown, limit) -> variables.get(unknown).upper(limit));
    int number = 0;
    for (var sum : sums) {
      var row = model.newExpression("s" + number++).level(sum.sum() / scale);
      sum.signs().forEach((unknown, sign) -> row.set(variables.get(unknown), sign));
    }
  }

  boolean has(int unknown) {
    return variables.containsKey(unknown);
  }

  /** The interval of an unknown, which may be found wider than it is needed, never than it is. */
  Interval atLeast(int unknown, double least, double most) {
    if (!seen.containsKey(unknown) || seen.get(unknown).most() < most) {
      solve(unknown, false, most);
    }
    if (seen.get(unknown).least() > least) {
      solve(unknown, true, least);
    }
    return seen.get(unknown);
  }

  private void solve(int unknown, boolean isLeast, double enough) {
    var variable = variables.get(unknown);
    variable.weight(isLeast ? -1 : 1);
    // Without a bound a sum that nothing limits has no optimum.
    if (!isLeast && !limits.containsKey(unknown)) {
      variable.upper((2 * enough + 1) / scale);
    }
    var result = model.maximise();
    variable.weight(null);
    variable.upper(limits.get(unknown));
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException(
          "The solver says %s for %d unknowns in %d sums."
              .formatted(result.getState(), variables.size(), model.getExpressions().size()));
    }
    for (var one : variables.entrySet()) {
      double value = result.doubleValue(model.indexOf(one.getValue())) * scale;
      seen.merge(
          one.getKey(), new Interval(value, value), (before, now) -> before.with(now.least()));
    }
  }
}
