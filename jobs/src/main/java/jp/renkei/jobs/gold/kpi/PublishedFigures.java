package jp.renkei.jobs.gold.kpi;

import java.util.Map;

/** The figures of the newest published release: once final, a figure moves only as REVISED. */
public final class PublishedFigures {
  private final Map<KpiValue.Key, KpiValue> figures;

  public PublishedFigures(Map<KpiValue.Key, KpiValue> figures) {
    this.figures = Map.copyOf(figures);
  }

  /** Before anything was published. */
  public static PublishedFigures none() {
    return new PublishedFigures(Map.of());
  }

  /** The value with the status it has in the light of what was published. */
  KpiValue settle(KpiValue fresh) {
    var before = figures.get(fresh.key());
    if (before == null || before.status().equals("PRELIMINARY")) {
      return fresh;
    }
    return withStatus(fresh, before.saysTheSameAs(fresh) ? before.status() : "REVISED");
  }

  private static KpiValue withStatus(KpiValue value, String status) {
    return new KpiValue(
        value.key(),
        value.periodEnd(),
        value.numerator(),
        value.denominator(),
        value.value(),
        value.valueLow(),
        value.valueHigh(),
        value.respondents(),
        value.valueState(),
        status,
        value.roundId(),
        value.asOf(),
        value.ruleVersion(),
        value.comparabilityGroup());
  }
}
