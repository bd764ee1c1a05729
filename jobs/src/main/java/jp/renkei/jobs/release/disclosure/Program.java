package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private double optimum(Set<Integer> wanted, boolean isLeast) {
    var model = new ExpressionsBasedModel();
    var variables = new java.util.TreeMap<Integer, Variable>();
    // Programs behave best with numbers near one.
    double scale = equations.stream().mapToLong(Equation::sum).max().orElse(1);
    scale = Math.max(1, scale);
    var all = new ArrayList<Integer>();
    equations.forEach(equation -> all.addAll(equation.unknowns()));
    for (int unknown : new java.util.TreeSet<>(all)) {
      variables.put(
          unknown,
          model.newVariable("x" + unknown).lower(0).weight(wanted.contains(unknown) ? 1 : 0));
    }
    bound(variables, scale);
    int number = 0;
    for (var equation : equations) {
      var row = model.newExpression("e" + number++).level(equation.sum() / scale);
      equation.unknowns().forEach(unknown -> row.set(variables.get(unknown), 1));
    }
    var result = isLeast ? model.minimise() : model.maximise();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException(
          "Cannot tell how far a figure is open: the solver says " + result.getState() + ".");
    }
    return result.getValue() * scale;
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
