package jp.renkei.jobs.release.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * The least and the most that a sum of unknowns can be, given sums that are known; no unknown is
 * negative. A linear program, solved by ojAlgo.
 */
final class Program {
  /** A known sum over some unknowns. */
  record Equation(Set<Integer> unknowns, long sum) {}

  private final List<Equation> equations;

  Program(List<Equation> equations) {
    this.equations = equations;
  }

  /** The least that the unknowns can add up to. */
  double least(Set<Integer> unknowns) {
    return optimum(unknowns, true);
  }

  /** The most that the unknowns can add up to. */
  double most(Set<Integer> unknowns) {
    return optimum(unknowns, false);
  }

  /**
   * The known sums hold for the true amounts, so that there always is a solution. Sums are divided
   * by a power of two, which rounds nothing: divided by any other number they contradict each other
   * in the last digit, and the solver at times takes that for a program without solution. Should it
   * do so all the same, the numbers as they are, and then without the bounds that follow from the
   * sums, are tried.
   */
  private double optimum(Set<Integer> wanted, boolean isLeast) {
    long largest = equations.stream().mapToLong(Equation::sum).max().orElse(1);
    // Programs behave best with numbers near one.
    double nearOne = Math.scalb(1.0, Math.getExponent((double) Math.max(1, largest)));
    return solved(wanted, isLeast, nearOne, true)
        .or(() -> solved(wanted, isLeast, 1, true))
        .or(() -> solved(wanted, isLeast, nearOne, false))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot tell how far a figure is open: the solver finds no solution of "
                        + equations.size()
                        + " sums that have one."));
  }

  private Optional<Double> solved(
      Set<Integer> wanted, boolean isLeast, double scale, boolean isBounded) {
    var model = new ExpressionsBasedModel();
    var variables = new TreeMap<Integer, Variable>();
    for (var equation : equations) {
      equation.unknowns().forEach(unknown -> variables.put(unknown, null));
    }
    variables.replaceAll(
        (unknown, none) ->
            model.newVariable("x" + unknown).lower(0).weight(wanted.contains(unknown) ? 1 : 0));
    if (isBounded) {
      bound(variables, scale);
    }
    int number = 0;
    for (var equation : equations) {
      var row = model.newExpression("e" + number++).level(equation.sum() / scale);
      equation.unknowns().forEach(unknown -> row.set(variables.get(unknown), 1));
    }
    var result = isLeast ? model.minimise() : model.maximise();
    return result.getState().isFeasible()
        ? Optional.of(result.getValue() * scale)
        : Optional.empty();
  }

  private void bound(Map<Integer, Variable> variables, double scale) {
    for (var equation : equations) {
      for (int unknown : equation.unknowns()) {
        var variable = variables.get(unknown);
        double highest = equation.sum() / scale;
        var before = variable.getUpperLimit();
        if (before == null || before.doubleValue() > highest) {
          variable.upper(highest);
        }
      }
    }
  }
}
