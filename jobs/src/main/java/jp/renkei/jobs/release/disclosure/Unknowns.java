package jp.renkei.jobs.release.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One column of a group as its readers see it: the parts that they do not know, taken together in
 * bundles where no figure that they have tells them apart, and what they know of the bundles' sums.
 */
final class Unknowns {
  private static final int KNOWN = -1;

  private final FigureGroup group;
  private final int column;
  private final int[] bundleOf;
  private final List<Long> amounts = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Set<Integer>> equationsOf = new ArrayList<>();
  private final Map<Integer, Set<Integer>> equations = new TreeMap<>();

  Unknowns(FigureGroup group, Openness openness, int column) {
    this.group = group;
    this.column = column;
    this.bundleOf = new int[group.atoms().size()];
    var figuresOf = new ArrayList<BitSet>();
    group.atoms().forEach(atom -> figuresOf.add(new BitSet()));
    for (int index = 0; index < group.figures().size(); index++) {
      var atoms = group.figures().get(index).atoms();
      if (openness.isKnown(index) && group.total(atoms, column).isPresent()) {
        int figure = index;
        atoms.stream().forEach(atom -> figuresOf.get(atom).set(figure));
      }
    }
    var bundles = new HashMap<BitSet, Integer>();
    for (int atom = 0; atom < bundleOf.length; atom++) {
      bundleOf[atom] =
          group.atoms().get(atom).isKnown() ? KNOWN : bundle(figuresOf.get(atom), bundles, atom);
    }
    simplify();
  }

  private int bundle(BitSet figures, Map<BitSet, Integer> bundles, int atom) {
    int bundle = bundles.computeIfAbsent(figures, absent -> amounts.size());
    if (bundle == amounts.size()) {
      amounts.add(0L);
      sizes.add(0);
      equationsOf.add(new TreeSet<>());
      figures.stream()
          .forEach(
              figure -> {
                equationsOf.get(bundle).add(figure);
                equations.computeIfAbsent(figure, absent -> new TreeSet<>()).add(bundle);
              });
    }
    amounts.set(bundle, Math.addExact(amounts.get(bundle), amount(atom)));
    sizes.set(bundle, sizes.get(bundle) + 1);
    return bundle;
  }

  private long amount(int atom) {
    return group.atoms().get(atom).amounts().get(column).orElse(0);
  }

  /** What an equation of one bundle tells, and one whose sum is nothing, goes out of the others. */
  private void simplify() {
    var waiting = new ArrayDeque<>(equations.keySet());
    while (!waiting.isEmpty()) {
      int equation = waiting.remove();
      var bundles = equations.get(equation);
      if (bundles == null || (bundles.size() > 1 && sum(equation) != 0)) {
        continue;
      }
      for (int bundle : List.copyOf(bundles)) {
        for (int other : List.copyOf(equationsOf.get(bundle))) {
          if (other != equation) {
            equations.get(other).remove(bundle);
            equationsOf.get(bundle).remove(other);
            if (equations.get(other).isEmpty()) {
              equations.remove(other);
            } else {
              waiting.add(other);
            }
          }
        }
      }
    }
  }

  /** What the parts of a figure that readers cannot tell one by one add up to. */
  long undetermined(BitSet atoms) {
    return atoms.stream()
        .filter(atom -> bundleOf[atom] != KNOWN && !isDetermined(bundleOf[atom]))
        .mapToLong(this::amount)
        .sum();
  }

  private boolean isDetermined(int bundle) {
    return sizes.get(bundle) == 1
        && equationsOf.get(bundle).stream()
            .anyMatch(equation -> equations.get(equation).size() == 1);
  }

  /** What readers know that the bundles of an equation add up to. */
  long sum(int equation) {
    return equations.get(equation).stream().mapToLong(amounts::get).sum();
  }

  Set<Integer> bundlesIn(int equation) {
    return equations.get(equation);
  }

  Set<Integer> equationsOf(int bundle) {
    return equationsOf.get(bundle);
  }

  /** What all parts of a bundle add up to. */
  long amountOf(int bundle) {
    return amounts.get(bundle);
  }

  /** What a figure has of a bundle. */
  record Share(long amount, boolean isWhole) {}

  /** The bundles that a figure has parts of. */
  Map<Integer, Share> shares(BitSet atoms) {
    var inside = new TreeMap<Integer, long[]>();
    atoms.stream()
        .filter(atom -> bundleOf[atom] != KNOWN)
        .forEach(
            atom -> {
              var share = inside.computeIfAbsent(bundleOf[atom], absent -> new long[2]);
              share[0] += amount(atom);
              share[1]++;
            });
    var shares = new TreeMap<Integer, Share>();
    inside.forEach(
        (bundle, share) -> shares.put(bundle, new Share(share[0], share[1] == sizes.get(bundle))));
    return shares;
  }

  /** All equations that hang together with some bundles. */
  Set<Integer> around(Set<Integer> bundles) {
    var found = new TreeSet<Integer>();
    var seen = new TreeSet<>(bundles);
    var waiting = new ArrayDeque<>(bundles);
    while (!waiting.isEmpty()) {
      for (int equation : equationsOf.get(waiting.remove())) {
        if (found.add(equation)) {
          equations.get(equation).stream().filter(seen::add).forEach(waiting::add);
        }
      }
    }
    return found;
  }
}
