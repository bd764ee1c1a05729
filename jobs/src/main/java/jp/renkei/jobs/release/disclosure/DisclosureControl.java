package jp.renkei.jobs.release.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import jp.renkei.jobs.gold.kpi.CountedFigure;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.TableName;

/**
 * Decides, once for a release, which figures everybody but the secretariat must do without. The
 * same rows are left out of the public's and of the associations' files, so that who holds several
 * of them has no more than one of them shows.
 */
public final class DisclosureControl {
  private final DisclosureRules rules;
  private final List<FigureGroup> groups = new ArrayList<>();
  private final List<Openness> openness = new ArrayList<>();

  private DisclosureControl(DisclosureRules rules) {
    this.rules = rules;
  }

  /**
   * Decides.
   *
   * @param tables the tables that the release pins
   * @param asOf date by which figures count
   * @param earlier what was published before
   */
  public static DisclosureControl of(SqlEngine tables, LocalDate asOf, EarlierRelease earlier) {
    var rules = DisclosureRules.builtIn();
    var consent = FigureSource.Consent.read(tables);
    var counted = KpiFigures.counted(tables, asOf);
    var groups = new ArrayList<FigureGroup>();
    for (FigureSource source :
        List.of(new KpiFigures(counted), new SupplementFigures(), new AccessRuleFigures())) {
      groups.addAll(source.groups(tables, consent, rules));
    }
    return of(groups, counted, rules, earlier);
  }

  /**
   * Decides.
   *
   * @param groups all figures
   * @param counted what KPIs count, some of which they share
   */
  static DisclosureControl of(
      List<FigureGroup> groups,
      List<CountedFigure> counted,
      DisclosureRules rules,
      EarlierRelease earlier) {
    var control = new DisclosureControl(rules);
    groups.forEach(group -> control.add(group, earlier));
    control.secure(control.sharedCounts(counted));
    return control;
  }

  private void add(FigureGroup group, EarlierRelease earlier) {
    var known = new BitSet();
    for (int index = 0; index < group.figures().size(); index++) {
      known.set(index, earlier.shows(group.figures().get(index)));
    }
    var open = new Openness(group, known);
    for (int index = 0; index < group.figures().size(); index++) {
      if (open.isPublished(index) && earlier.suppressed(group.figures().get(index))) {
        open.suppress(index, Reason.EARLIER);
      }
    }
    groups.add(group);
    openness.add(open);
  }

  private SharedCounts sharedCounts(List<CountedFigure> counted) {
    var rows = new HashMap<String, GuardedFigure>();
    forEach(
        (group, index) -> {
          var row = new GuardedFigure(group, openness.get(group), index);
          if (isOfKpi(row.figure())) {
            rows.put(row.figure().key(), row);
          }
        });
    return new SharedCounts(counted, rows, rules.sharedCounts(), rules.attackerIntervalPercent());
  }

  private void secure(SharedCounts shared) {
    var preference = new Preference();
    var suppressions =
        groups.stream().map(group -> new Suppression(group, rules, preference)).toList();
    var pending = new TreeSet<Integer>();
    for (int index = 0; index < groups.size(); index++) {
      pending.add(index);
    }
    while (!pending.isEmpty()) {
      for (int index : List.copyOf(pending)) {
        suppressions.get(index).secure(openness.get(index));
      }
      pending.clear();
      pending.addAll(hideBeside());
      pending.addAll(shared.settle());
    }
  }

  /** Suppresses what stands beside a suppressed KPI value; tells whose groups changed. */
  private Set<Integer> hideBeside() {
    var topics = new HashSet<String>();
    forEach(
        (group, index) -> {
          var one = groups.get(group).figures().get(index);
          if (isOfKpi(one) && openness.get(group).isSuppressed(index)) {
            topics.add(one.topic());
          }
        });
    var changed = new TreeSet<Integer>();
    forEach(
        (group, index) -> {
          var one = groups.get(group).figures().get(index);
          boolean isBeside = !isOfKpi(one) && topics.contains(one.topic());
          if (isBeside && openness.get(group).isOfUse(index)) {
            openness.get(group).suppress(index, Reason.COMPLEMENT);
            changed.add(group);
          }
        });
    return changed;
  }

  private static boolean isOfKpi(Figure figure) {
    return figure.table().equals(KpiFigures.KPI_VALUE);
  }

  private void forEach(BiConsumer<Integer, Integer> action) {
    for (int group = 0; group < groups.size(); group++) {
      for (int figure = 0; figure < groups.get(group).figures().size(); figure++) {
        action.accept(group, figure);
      }
    }
  }

  /** Keys of the suppressed rows of a table ({@link RowKey}), each with the reason. */
  public SortedMap<String, Reason> suppressed(TableName table) {
    var suppressed = new TreeMap<String, Reason>();
    forEach(
        (group, figure) -> {
          var one = groups.get(group).figures().get(figure);
          var reason = openness.get(group).reason(figure);
          if (one.table().equals(table) && reason.isPresent()) {
            one.rows()
                .forEach(row -> suppressed.merge(row, reason.get(), DisclosureControl::nearer));
          }
        });
    return suppressed;
  }

  /** How many figures are suppressed. */
  public long count() {
    return openness.stream().mapToLong(Openness::count).sum();
  }

  /** What a row tells itself is the reason, before what it would tell of others. */
  private static Reason nearer(Reason one, Reason other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
