package jp.renkei.jobs.gold.kpi;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

  /** Rows of gold.kpi_value as an engine gives them. */
  public static PublishedFigures of(List<Map<String, Object>> rows) {
    var figures = new HashMap<KpiValue.Key, KpiValue>();
    for (var row : rows) {
      var value = figure(new EngineRow(row));
      figures.put(value.key(), value);
    }
    return new PublishedFigures(figures);
  }

  /** A row by column name, as {@link jp.renkei.jobs.run.SqlEngine} promises it. */
  private record EngineRow(Map<String, Object> values) {
    String text(String column) {
      return (String) values.getOrDefault(column, "");
    }

    LocalDate date(String column) {
      return (LocalDate) values.get(column);
    }

    OptionalLong count(String column) {
      return PublishedFigures.count((Long) values.get(column));
    }

    OptionalDouble number(String column) {
      return PublishedFigures.number((Double) values.get(column));
    }
  }

  private static KpiValue figure(EngineRow row) {
    return new KpiValue(
        new KpiValue.Key(
            row.text("kpi_id"),
            (int) row.count("definition_version").orElseThrow(),
            row.text("entity_level"),
            row.text("issuer_id"),
            row.text("agent_id"),
            row.text("slice"),
            row.text("slice_value"),
            row.text("period_type"),
            row.date("period_start"),
            row.text("basis"),
            row.text("issuer_basis")),
        row.date("period_end"),
        row.count("numerator"),
        row.count("denominator"),
        row.number("value"),
        row.number("value_low"),
        row.number("value_high"),
        row.count("n_respondents").orElse(0),
        row.text("value_state"),
        row.text("status"),
        row.text("round_id"),
        row.date("as_of"),
        row.text("rule_version"),
        row.text("comparability_group"));
  }

  /** All figures, in no order. */
  public Collection<KpiValue> all() {
    return figures.values();
  }

  /** The figure of a cell. */
  public Optional<KpiValue> of(KpiValue.Key key) {
    return Optional.ofNullable(figures.get(key));
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
