package jp.renkei.jobs.foreign;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.rules.BrandIdentityRules;

/**
 * A register over time: one snapshot a month, what changed from one to the next, and an identity
 * for every brand that lives on under another id. A month without a snapshot is left out, never
 * filled.
 *
 * @param snapshots the ones that count, oldest first
 * @param changes from each snapshot but the first to the one before it, in the same order
 * @param identities per snapshot, brand id to identity
 * @param problems what the snapshots say together: errors for those that do not count, warnings
 */
public record RegisterHistory(
    List<Snapshot> snapshots,
    List<BrandMatching.Change> changes,
    List<Map<String, String>> identities,
    List<Problem> problems) {

  /** Of a month the last day counts; of a day the file whose name sorts behind. */
  private static final Comparator<Snapshot> STANDING =
      Comparator.comparing(Snapshot::on).thenComparing(Snapshot::path);

  public RegisterHistory {
    snapshots = List.copyOf(snapshots);
    changes = List.copyOf(changes);
    identities = List.copyOf(identities);
    problems = List.copyOf(problems);
  }

  /** The history that snapshots tell, in whatever order they come. */
  public static RegisterHistory of(BrandIdentityRules rules, List<Snapshot> all) {
    var problems = new ArrayList<Problem>();
    var byMonth = new TreeMap<YearMonth, List<Snapshot>>();
    all.forEach(one -> byMonth.computeIfAbsent(one.month(), absent -> new ArrayList<>()).add(one));
    var counting = new ArrayList<Snapshot>();
    for (var ofMonth : byMonth.values()) {
      ofMonth.sort(STANDING.reversed());
      counting.add(ofMonth.get(0));
      ofMonth.stream().skip(1).map(one -> sameMonth(one, ofMonth.get(0))).forEach(problems::add);
    }
    var changes = new ArrayList<BrandMatching.Change>();
    var identities = new Identities();
    for (int index = 0; index < counting.size(); index++) {
      var now = counting.get(index);
      if (index == 0) {
        identities.add(now, List.of());
        continue;
      }
      var earlier = counting.get(index - 1);
      var change = BrandMatching.between(rules, earlier, now);
      changes.add(change);
      identities.add(now, change.links());
      if (rules.isFlaggedDrop(earlier.brands().size(), now.brands().size())) {
        problems.add(drop(earlier, now, rules.dropFlagPercent()));
      }
    }
    return new RegisterHistory(counting, changes, identities.bySnapshot, problems);
  }

  /** The identities that brands have had, carried from snapshot to snapshot. */
  private static final class Identities {
    private final List<Map<String, String>> bySnapshot = new ArrayList<>();
    private final Map<String, String> ever = new HashMap<>();

    void add(Snapshot now, List<BrandLink> links) {
      var identities = new HashMap<String, String>();
      var came = new HashSet<String>();
      for (var link : links) {
        link.later().map(Brand::id).ifPresent(came::add);
        if (link.match().isSame()) {
          identities.put(link.later().orElseThrow().id(), last(link.earlier().orElseThrow().id()));
        }
      }
      for (var brand : now.brands()) {
        if (!bySnapshot.isEmpty() && !came.contains(brand.id())) {
          identities.put(brand.id(), last(brand.id()));
        }
      }
      var taken = new HashSet<>(identities.values());
      for (var brand : now.brands()) {
        if (!identities.containsKey(brand.id())) {
          // A brand that was away and comes back under its id is the one it was, unless that one
          // lives on under another id.
          String own = now.idScheme() + ":" + brand.id();
          String known = ever.getOrDefault(own, own);
          identities.put(brand.id(), taken.add(known) ? known : own + "@" + now.on());
        }
      }
      identities.forEach((id, identity) -> ever.put(now.idScheme() + ":" + id, identity));
      bySnapshot.add(Map.copyOf(identities));
    }

    private String last(String id) {
      return bySnapshot.get(bySnapshot.size() - 1).get(id);
    }
  }

  private static Problem sameMonth(Snapshot one, Snapshot counts) {
    return Problem.error(
        one.path(),
        Place.WHOLE_FILE,
        Reason.DUPLICATE_KEY,
        new BilingualText(
            "a second snapshot of " + one.month() + " (" + one.on() + ")",
            one.month() + " の2つ目の取得（" + one.on() + "）"),
        new BilingualText("one snapshot a month", "月に1つの取得"),
        new BilingualText(
            "Of a month the last day counts, of a day the file whose name sorts behind: here "
                + counts.path()
                + ". Take this one out of landing, or mend its day.",
            "その月は、最も遅い日（同じ日なら名前が後に並ぶファイル）の "
                + counts.path()
                + " を使います。このファイルを landing の外に移すか、取得日を直してください。"));
  }

  private static Problem drop(Snapshot earlier, Snapshot now, int percent) {
    return Problem.warning(
        now.path(),
        Place.WHOLE_FILE,
        Reason.LARGE_CHANGE,
        Integer.toString(now.brands().size()),
        new BilingualText(
            "no fall by more than %d %% from the %d brands of %s"
                .formatted(percent, earlier.brands().size(), earlier.on()),
            "%s の %d ブランドから %d％を超えて減らない数"
                .formatted(earlier.on(), earlier.brands().size(), percent)),
        new BilingualText(
            "It is taken and flagged. If the answer was cut (pages of a list), fetch it again.",
            "このまま数え、急減の印を付けます。応答の一部（ページ分割など）しか取得していない場合は、取得し直してください。"));
  }
}
