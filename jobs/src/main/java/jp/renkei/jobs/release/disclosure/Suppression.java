package jp.renkei.jobs.release.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import jp.renkei.jobs.release.disclosure.Exposure.Exposed;
import jp.renkei.warehouse.rules.DisclosureRules;

/**
 * Decides which figures of one group are suppressed: those that tell too much by themselves, then
 * further ones until neither a remainder nor anything that can be worked out tells too much. Every
 * round suppresses at least one figure more, so that it ends.
 */
final class Suppression {
  private final FigureGroup group;
  private final Sensitivity sensitivity;
  private final Remainders remainders;
  private final Exposure exposure;
  private final int percent;
  private final Preference preference;

  /**
   * @param preference companies of which figures are suppressed already
   */
  Suppression(FigureGroup group, DisclosureRules rules, Preference preference) {
    this.group = group;
    this.percent = rules.attackerIntervalPercent();
    this.sensitivity = new Sensitivity(group, rules);
    this.preference = preference;
    this.remainders = new Remainders(group, rules, preference);
    this.exposure = new Exposure(group, percent);
  }

  /** Suppresses until nothing tells too much. */
  void secure(Openness openness) {
    for (int index = 0; index < group.figures().size(); index++) {
      int figure = index;
      if (openness.isPublished(figure)) {
        sensitivity
            .of(group.figures().get(figure))
            .ifPresent(reason -> openness.suppress(figure, reason));
      }
    }
    boolean isSettled = false;
    while (!isSettled) {
      remainders.secure(openness);
      isSettled = true;
      // One answer to what is exposed by one figure: the next round looks at what is left.
      var answered = new HashSet<String>();
      for (var exposed : exposure.find(openness)) {
        isSettled &= !widen(exposed, openness, answered);
      }
    }
  }

  /**
   * Suppresses a part of the figure that shows most of the exposed one, the part that costs readers
   * least; where no part helps, a figure that shows it.
   *
   * @return whether anything could be suppressed
   */
  private boolean widen(Exposed exposed, Openness openness, Set<String> answered) {
    var atoms = group.figures().get(exposed.figure()).atoms();
    double needed = Math.max(1, exposed.value() * percent / 100.0);
    var showing =
        IntStream.range(0, group.figures().size())
            .filter(openness::isOfUse)
            .filter(index -> atoms(index).intersects(atoms))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(
                        index -> exposed.unknowns().undetermined(without(atoms(index), atoms)))
                    .thenComparing(index -> group.figures().get(index).shape().worth())
                    .thenComparing(index -> group.figures().get(index).key()))
            .toList();
    if (showing.isEmpty()) {
      return false;
    }
    if (!answered.add(nameOf(exposed.figure())) | !answered.add(nameOf(showing.get(0)))) {
      return true;
    }
    for (int index : showing) {
      var beside = without(atoms(index), atoms);
      var helping =
          IntStream.range(0, group.figures().size())
              .filter(openness::isOfUse)
              .filter(part -> group.figures().get(part).addsUp())
              .filter(part -> isWithin(atoms(part), beside))
              .filter(part -> group.size(atoms(part)) >= needed)
              .boxed()
              .min(cheapest());
      if (helping.isPresent()) {
        suppress(helping.get(), openness);
        return true;
      }
    }
    suppress(showing.stream().min(cheapest()).orElseThrow(), openness);
    return true;
  }

  /** The same for all times of a series, since one answer is for all of them. */
  private String nameOf(int index) {
    var figure = group.figures().get(index);
    return figure.series().isEmpty() ? figure.key() : figure.series();
  }

  private Comparator<Integer> cheapest() {
    return Comparator.<Integer>comparingInt(index -> group.figures().get(index).shape().worth())
        .thenComparing(index -> !preference.contains(group.figures().get(index).named()))
        .thenComparing(index -> group.size(atoms(index)))
        .thenComparing(index -> group.figures().get(index).key());
  }

  private void suppress(int index, Openness openness) {
    openness.suppress(index, Reason.COMPLEMENT);
    preference.add(group.figures().get(index).named());
  }

  private BitSet atoms(int index) {
    return group.figures().get(index).atoms();
  }

  private static BitSet without(BitSet all, BitSet some) {
    var rest = (BitSet) all.clone();
    rest.andNot(some);
    return rest;
  }

  private static boolean isWithin(BitSet part, BitSet total) {
    return without(part, total).isEmpty();
  }
}
