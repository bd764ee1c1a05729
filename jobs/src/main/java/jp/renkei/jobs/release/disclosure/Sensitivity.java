package jp.renkei.jobs.release.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.warehouse.rules.DisclosureRules;

/**
 * Whether a figure by itself tells too much of those behind it. Who is named by a row consents to
 * it, so that the respondents who need protection are the others.
 */
final class Sensitivity {
  private final FigureGroup group;
  private final DisclosureRules rules;

  Sensitivity(FigureGroup group, DisclosureRules rules) {
    this.group = group;
    this.rules = rules;
  }

  /** Why a figure must not be published; empty when it may. */
  Optional<Reason> of(Figure figure) {
    long respondents =
        figure.addsUp()
            ? others(figure.atoms(), figure.named()).size()
            : figure.respondents().orElse(0);
    // Nobody behind a figure is nobody to protect.
    if (respondents == 0 || isKnown(figure.atoms())) {
      return Optional.empty();
    }
    return switch (figure.shape().statistic()) {
      case MEDIAN ->
          under(respondents, rules.fewestForMedian(), Reason.MEDIAN)
              .or(() -> of(figure.atoms(), figure.named()));
      case QUARTILES ->
          under(respondents, rules.fewestForQuartiles(), Reason.QUARTILES)
              .or(() -> of(figure.atoms(), figure.named()));
      case COUNT ->
          figure.addsUp()
              ? of(figure.atoms(), figure.named())
              : under(respondents, rules.fewestRespondents(), Reason.FEW_RESPONDENTS);
    };
  }

  /** What single answers tell is no secret. */
  private boolean isKnown(BitSet parts) {
    return !parts.isEmpty() && parts.stream().allMatch(part -> group.atoms().get(part).isKnown());
  }

  private static Optional<Reason> under(long respondents, int fewest, Reason reason) {
    return respondents < fewest ? Optional.of(reason) : Optional.empty();
  }

  /**
   * Why what parts add up to must not be known; empty when it may, or when there are none.
   *
   * @param named companies that consent to it
   */
  Optional<Reason> of(BitSet parts, Set<String> named) {
    var others = others(parts, named);
    if (others.isEmpty() || isKnown(parts)) {
      return Optional.empty();
    }
    if (others.size() < rules.fewestRespondents()) {
      return Optional.of(Reason.FEW_RESPONDENTS);
    }
    return group.isSum() && isDominated(parts, others)
        ? Optional.of(Reason.DOMINANCE)
        : Optional.empty();
  }

  /** Who stands behind parts; where nobody answered, those who are counted as silent. */
  private Set<String> others(BitSet parts, Set<String> named) {
    var answered = new HashSet<String>();
    var counted = new HashSet<String>();
    for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
      var atom = group.atoms().get(part);
      answered.addAll(atom.contributors());
      if (atom.isAnythingCounted()) {
        counted.addAll(atom.companies());
      }
    }
    var others = answered.isEmpty() ? counted : answered;
    others.removeAll(named);
    return others;
  }

  private boolean isDominated(BitSet parts, Set<String> others) {
    for (int column = 0; column < group.columns().size(); column++) {
      var perCompany = new HashMap<String, Long>();
      for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
        var atom = group.atoms().get(part);
        long amount = Math.abs(atom.amounts().get(column).orElse(0));
        atom.contributors().stream()
            .filter(others::contains)
            .forEach(company -> perCompany.merge(company, amount, Math::addExact));
      }
      if (isDominated(perCompany)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDominated(Map<String, Long> perCompany) {
    long total = 0;
    long largest = 0;
    long second = 0;
    for (long amount : perCompany.values()) {
      total += amount;
      second = Math.max(second, Math.min(largest, amount));
      largest = Math.max(largest, amount);
    }
    return (total - largest - second) * 100 < largest * rules.dominancePercent();
  }

  /** The largest part of any one company in parts, in the column where it is largest. */
  long largestContribution(BitSet parts, Set<String> named) {
    long largest = 0;
    for (int column = 0; column < group.columns().size(); column++) {
      var perCompany = new HashMap<String, Long>();
      for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
        var atom = group.atoms().get(part);
        long amount = Math.abs(atom.amounts().get(column).orElse(0));
        atom.contributors().stream()
            .filter(company -> !named.contains(company))
            .forEach(company -> perCompany.merge(company, amount, Math::addExact));
      }
      for (long amount : perCompany.values()) {
        largest = Math.max(largest, amount);
      }
    }
    return largest;
  }
}
