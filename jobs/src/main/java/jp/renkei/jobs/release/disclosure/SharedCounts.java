package jp.renkei.jobs.release.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.jobs.gold.kpi.CountedFigure;
import jp.renkei.jobs.gold.kpi.CountedPart;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.warehouse.rules.SharedCount;
import jp.renkei.warehouse.rules.SharedCount.Term;

/**
 * Rows of two KPIs that count nearly the same of the same companies and time: the one tells the
 * other, so that they are suppressed together.
 */
final class SharedCounts {
  private static final String ACCESS_METHOD = "access_method";

  /** Two rows, of which one counts a part of what the other counts. */
  private record Both(GuardedFigure whole, long wholeAmount, GuardedFigure part, long partAmount) {
    long difference() {
      return Math.abs(wholeAmount - partAmount);
    }
  }

  /** What a row is about, whichever KPI's. */
  private record About(
      String level,
      String issuerId,
      String agentId,
      String periodType,
      LocalDate start,
      String basis,
      String issuerBasis) {
    static About of(KpiValue.Key key) {
      return new About(
          key.level(),
          key.issuerId(),
          key.agentId(),
          key.periodType(),
          key.periodStart(),
          key.basis(),
          key.issuerBasis());
    }
  }

  private final Map<String, GuardedFigure> rows;
  private final int percent;
  private final List<Both> all = new ArrayList<>();

  /**
   * @param counted the rows of all KPIs
   * @param rows those that are decided on, by key
   * @param percent a suppressed count must stay open by this share of it, and by 1 at least
   */
  SharedCounts(
      List<CountedFigure> counted,
      Map<String, GuardedFigure> rows,
      List<SharedCount> rules,
      int percent) {
    this.rows = Map.copyOf(rows);
    this.percent = percent;
    for (var rule : rules) {
      var parts = rowsOf(rule.part(), counted);
      rowsOf(rule.whole(), counted)
          .forEach(
              (about, whole) -> {
                if (parts.containsKey(about)) {
                  all.add(both(rule, whole, parts.get(about)));
                }
              });
    }
  }

  private Map<About, CountedFigure> rowsOf(Term term, List<CountedFigure> counted) {
    var found = new LinkedHashMap<About, CountedFigure>();
    for (var figure : counted) {
      var key = figure.value().key();
      boolean isTerm =
          key.kpiId().equals(term.kpiId())
              && key.sliceValue().equals(term.accessMethod())
              && key.slice().equals(term.accessMethod().isEmpty() ? "" : ACCESS_METHOD);
      if (isTerm && !figure.parts().isEmpty() && rows.containsKey(KpiFigures.text(key))) {
        found.merge(About.of(key), figure, SharedCounts::newer);
      }
    }
    return found;
  }

  /** Of two versions of a definition the one that others than the secretariat have. */
  private static CountedFigure newer(CountedFigure one, CountedFigure other) {
    return one.value().key().definitionVersion() > other.value().key().definitionVersion()
        ? one
        : other;
  }

  private Both both(SharedCount rule, CountedFigure whole, CountedFigure part) {
    return new Both(
        rows.get(KpiFigures.text(whole.value().key())),
        amount(whole, rule.whole()),
        rows.get(KpiFigures.text(part.value().key())),
        amount(part, rule.part()));
  }

  private static long amount(CountedFigure figure, Term term) {
    long numerator = sum(figure, "numerator");
    return switch (term.column()) {
      case NUMERATOR -> numerator;
      case DENOMINATOR -> sum(figure, "denominator");
      case REST -> sum(figure, "denominator") - numerator;
    };
  }

  private static long sum(CountedFigure figure, String column) {
    int index = CountedPart.COLUMNS.indexOf(column);
    return figure.parts().stream().mapToLong(part -> part.amounts().get(index).orElse(0)).sum();
  }

  /**
   * Suppresses the rows that would tell what is suppressed already.
   *
   * @return the groups in which anything was
   */
  Set<Integer> settle() {
    var changed = new TreeSet<Integer>();
    for (var both : all) {
      if (both.whole().isCountHidden() && both.difference() < needed(both.wholeAmount())) {
        suppress(both.part(), changed);
      }
      if (both.part().isCountHidden() && both.difference() < needed(both.partAmount())) {
        suppress(both.whole(), changed);
      }
    }
    return changed;
  }

  private double needed(long amount) {
    return Math.max(1, amount * percent / 100.0);
  }

  private static void suppress(GuardedFigure row, Set<Integer> changed) {
    if (row.isOfUse()) {
      row.suppress(Reason.COMPLEMENT);
      changed.add(row.group());
    }
  }
}
