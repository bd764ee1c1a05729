package jp.renkei.jobs.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.jobs.foreign.BrandLink.Match;
import jp.renkei.warehouse.rules.BrandIdentityRules;

/**
 * Which brands of two snapshots are the same although their ids differ: the rule of {@code
 * rules/brand-identity.yaml}, criterion by criterion. A match is the only one on both sides; what
 * is not is listed and left apart, for a wrong succession would hide a brand that went.
 */
public final class BrandMatching {
  private final List<Brand> gone = new ArrayList<>();
  private final List<Brand> came = new ArrayList<>();
  private final List<BrandLink> links = new ArrayList<>();
  private final Map<Brand, TreeSet<String>> doubtful = new HashMap<>();
  private final Snapshot earlier;
  private final Snapshot later;
  private final boolean isRekeying;

  private BrandMatching(BrandIdentityRules rules, Snapshot earlier, Snapshot later) {
    this.earlier = earlier;
    this.later = later;
    boolean isSameScheme = earlier.idScheme().equals(later.idScheme());
    var before = earlier.byId();
    var after = later.byId();
    // The same text in another scheme is another id.
    earlier.brands().stream()
        .filter(brand -> !isSameScheme || !after.containsKey(brand.id()))
        .forEach(gone::add);
    later.brands().stream()
        .filter(brand -> !isSameScheme || !before.containsKey(brand.id()))
        .forEach(came::add);
    int kept = earlier.brands().size() - gone.size();
    this.isRekeying = !isSameScheme || rules.isRekeying(earlier.brands().size(), kept);
  }

  /**
   * What changed between two snapshots.
   *
   * @param isRekeying whether the register changed its ids as a whole
   * @param links those that changed, in the order of ids
   */
  public record Change(boolean isRekeying, List<BrandLink> links) {
    public Change {
      links = List.copyOf(links);
    }
  }

  /** Compares a snapshot with the one before it. */
  public static Change between(BrandIdentityRules rules, Snapshot earlier, Snapshot later) {
    var matching = new BrandMatching(rules, earlier, later);
    matching.match();
    return new Change(matching.isRekeying, matching.links);
  }

  private void match() {
    join(Match.STATED_ID, (old, now) -> now.earlierIds().contains(old.id()));
    join(
        Match.ENTITY_AND_NAME,
        (old, now) -> old.entityId().isPresent() && isSameEntity(old, now) && isSameName(old, now));
    if (isRekeying) {
      var groups = groups(earlier.brands(), later.brands());
      var back = groups(later.brands(), earlier.brands());
      join(
          Match.NAME_AND_ENTITY_GROUP,
          (old, now) ->
              isSameName(old, now)
                  && isEntity(groups.get(old.entityId().orElse("")), now)
                  && isEntity(back.get(now.entityId().orElse("")), old));
      join(
          Match.NAME,
          (old, now) ->
              isSameName(old, now) && (old.entityId().isEmpty() || now.entityId().isEmpty()));
    }
    // Outside a re-keying, and against what the entities say, a name alone is a hint.
    hint(BrandMatching::isSameName);
    gone.forEach(brand -> links.add(left(brand, true)));
    came.forEach(brand -> links.add(left(brand, false)));
  }

  /** Joins the pairs that are each other's only one; several for one are doubtful for good. */
  private void join(Match match, BiPredicate<Brand, Brand> isSame) {
    var forward = candidates(gone, came, isSame);
    var backward = candidates(came, gone, (now, old) -> isSame.test(old, now));
    forward.forEach(
        (old, candidates) -> {
          if (candidates.size() == 1 && backward.get(candidates.get(0)).size() == 1) {
            if (doubtful.containsKey(old) || doubtful.containsKey(candidates.get(0))) {
              return;
            }
            Brand now = candidates.get(0);
            links.add(new BrandLink(Optional.of(old), Optional.of(now), match, List.of()));
            gone.remove(old);
            came.remove(now);
          } else {
            candidates.forEach(now -> doubt(old, now));
          }
        });
  }

  private void hint(BiPredicate<Brand, Brand> isSame) {
    candidates(gone, came, isSame).forEach((old, all) -> all.forEach(now -> doubt(old, now)));
  }

  private void doubt(Brand old, Brand now) {
    doubtful.computeIfAbsent(old, absent -> new TreeSet<>()).add(now.id());
    doubtful.computeIfAbsent(now, absent -> new TreeSet<>()).add(old.id());
  }

  private BrandLink left(Brand brand, boolean isGone) {
    var candidates = doubtful.get(brand);
    Match match = candidates != null ? Match.AMBIGUOUS : isGone ? Match.GONE : Match.NEW;
    return new BrandLink(
        isGone ? Optional.of(brand) : Optional.empty(),
        isGone ? Optional.empty() : Optional.of(brand),
        match,
        candidates == null ? List.of() : List.copyOf(candidates));
  }

  private static Map<Brand, List<Brand>> candidates(
      List<Brand> from, List<Brand> to, BiPredicate<Brand, Brand> isSame) {
    var found = new LinkedHashMap<Brand, List<Brand>>();
    for (var one : from) {
      var candidates = to.stream().filter(other -> isSame.test(one, other)).toList();
      if (!candidates.isEmpty()) {
        found.put(one, candidates);
      }
    }
    return found;
  }

  /**
   * Entity to the entity on the other side that most of its brands went to by name, where that is
   * more than half of those that went anywhere.
   */
  private static Map<String, String> groups(List<Brand> from, List<Brand> to) {
    var byName = uniqueByName(to);
    var names = uniqueByName(from);
    var counts = new TreeMap<String, Map<String, Long>>();
    names.forEach(
        (name, brand) -> {
          var other = byName.get(name);
          if (other != null && brand.entityId().isPresent() && other.entityId().isPresent()) {
            counts
                .computeIfAbsent(brand.entityId().get(), absent -> new TreeMap<>())
                .merge(other.entityId().get(), 1L, Long::sum);
          }
        });
    var groups = new HashMap<String, String>();
    counts.forEach(
        (entity, others) -> {
          long all = others.values().stream().mapToLong(Long::longValue).sum();
          others.forEach(
              (other, count) -> {
                if (2 * count > all) {
                  groups.put(entity, other);
                }
              });
        });
    return groups;
  }

  private static Map<String, Brand> uniqueByName(List<Brand> brands) {
    return brands.stream()
        .collect(Collectors.groupingBy(Brand::comparableName, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(all -> all.size() == 1)
        .flatMap(List::stream)
        .collect(Collectors.toMap(Brand::comparableName, Function.identity()));
  }

  private static boolean isSameName(Brand old, Brand now) {
    return old.comparableName().equals(now.comparableName());
  }

  private static boolean isSameEntity(Brand old, Brand now) {
    return old.entityId().equals(now.entityId());
  }

  private static boolean isEntity(String entity, Brand brand) {
    return entity != null && brand.entityId().equals(Optional.of(entity));
  }
}
