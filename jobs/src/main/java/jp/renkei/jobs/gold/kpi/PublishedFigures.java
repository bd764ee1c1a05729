package jp.renkei.jobs.gold.kpi;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;

/** The figures of the newest published release: once final, a figure moves only as REVISED. */
public final class PublishedFigures {
  private final Map<KpiValue.Key, KpiValue> figures;

  public PublishedFigures(Map<KpiValue.Key, KpiValue> figures) {
    this.figures = Map.copyOf(figures);
  }

  /** The figures of a release, or none before the first was published. */
  public static PublishedFigures of(Optional<Release> release) {
    if (release.isEmpty()) {
      return none();
    }
    try (var reader = release.get().open(Audience.SECRETARIAT)) {
      var figures = new HashMap<KpiValue.Key, KpiValue>();
      for (var row : reader.read(sql -> sql.selectFrom(KPI_VALUE).fetch())) {
        var value = figure(row);
        figures.put(value.key(), value);
      }
      return new PublishedFigures(figures);
    }
  }

  private static KpiValue figure(KpiValueRecord row) {
    return new KpiValue(
        new KpiValue.Key(
            row.getKpiId(),
            row.getDefinitionVersion().intValue(),
            row.getEntityLevel(),
            text(row.getIssuerId()),
            text(row.getAgentId()),
            text(row.getSlice()),
            text(row.getSliceValue()),
            row.getPeriodType(),
            row.getPeriodStart(),
            row.getBasis(),
            row.getIssuerBasis()),
        row.getPeriodEnd(),
        count(row.getNumerator()),
        count(row.getDenominator()),
        number(row.getValue()),
        number(row.getValueLow()),
        number(row.getValueHigh()),
        row.getNRespondents(),
        row.getValueState(),
        row.getStatus(),
        text(row.getRoundId()),
        row.getAsOf(),
        text(row.getRuleVersion()),
        row.getComparabilityGroup());
  }

  private static String text(String stored) {
    return stored == null ? "" : stored;
  }

  private static OptionalLong count(Long stored) {
    return stored == null ? OptionalLong.empty() : OptionalLong.of(stored);
  }

  private static OptionalDouble number(Double stored) {
    return stored == null ? OptionalDouble.empty() : OptionalDouble.of(stored);
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
