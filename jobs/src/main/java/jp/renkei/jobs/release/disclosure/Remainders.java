package jp.renkei.jobs.release.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import jp.renkei.jobs.release.disclosure.Breakdowns.Breakdown;
import jp.renkei.warehouse.rules.DisclosureRules;

/**
 * What is left of a total after its published parts counts too: it must pass as if it were a figure
 * of its own. Where it does not, further parts are suppressed, and where none helps the total.
 */
final class Remainders {
  private final FigureGroup group;
  private final DisclosureRules rules;
  private final Sensitivity sensitivity;
  private final List<Breakdown> breakdowns;
  private final Preference preference;

  /**
   * @param preference companies of which figures are suppressed already
   */
  Remainders(FigureGroup group, DisclosureRules rules, Preference preference) {
    this.group = group;
    this.rules = rules;
    this.sensitivity = new Sensitivity(group, rules);
    this.breakdowns = new Breakdowns(group).all();
    this.preference = preference;
  }

  /** Suppresses until every remainder passes. */
  void secure(Openness openness) {
    long before;
    do {
      before = openness.count();
      secureSingleAnswers(openness);
      for (var breakdown : breakdowns) {
        secure(breakdown, openness);
      }
    } while (openness.count() > before);
  }

  /** What single answers leave of a total that they are published beside. */
  private void secureSingleAnswers(Openness openness) {
    var known = new BitSet();
    for (int atom = 0; atom < group.atoms().size(); atom++) {
      known.set(atom, group.atoms().get(atom).isKnown());
    }
    for (int index = 0; index < group.figures().size() && !known.isEmpty(); index++) {
      var figure = group.figures().get(index);
      var rest = (BitSet) figure.atoms().clone();
      rest.andNot(known);
      if (openness.isPublished(index) && sensitivity.of(rest, figure.named()).isPresent()) {
        openness.suppress(index, Reason.REMAINDER);
      }
    }
  }

  private void secure(Breakdown breakdown, Openness openness) {
    var total = group.figures().get(breakdown.total());
    var rest = (BitSet) total.atoms().clone();
    breakdown.parts().stream()
        .filter(openness::isKnown)
        .forEach(part -> rest.andNot(group.figures().get(part).atoms()));
    while (openness.isOfUse(breakdown.total()) && sensitivity.of(rest, total.named()).isPresent()) {
      var helping = helping(breakdown, rest, openness);
      int chosen = helping < 0 ? breakdown.total() : helping;
      openness.suppress(chosen, Reason.REMAINDER);
      preference.add(group.figures().get(chosen).named());
      rest.or(group.figures().get(chosen).atoms());
    }
  }

  /** The published part that costs least of those that help, or -1 where none does. */
  private int helping(Breakdown breakdown, BitSet rest, Openness openness) {
    var total = group.figures().get(breakdown.total());
    long large =
        sensitivity.largestContribution(rest, total.named()) * rules.dominancePercent() / 100;
    var cheapest =
        Comparator.<Integer, Boolean>comparing(part -> !passes(part, rest, total))
            .thenComparing(part -> group.size(atoms(part)) < large)
            .thenComparing(part -> !preference.contains(group.figures().get(part).named()))
            .thenComparing(part -> group.size(atoms(part)))
            .thenComparing(part -> group.figures().get(part).key());
    return breakdown.parts().stream()
        .filter(openness::isOfUse)
        .filter(part -> hasOthers(part, total))
        .min(cheapest)
        .orElse(-1);
  }

  private BitSet atoms(int figure) {
    return group.figures().get(figure).atoms();
  }

  private boolean passes(int part, BitSet rest, Figure total) {
    var larger = (BitSet) rest.clone();
    larger.or(atoms(part));
    return sensitivity.of(larger, total.named()).isEmpty();
  }

  private boolean hasOthers(int part, Figure total) {
    return atoms(part).stream()
        .mapToObj(atom -> group.atoms().get(atom).contributors())
        .anyMatch(contributors -> !total.named().containsAll(contributors));
  }
}
