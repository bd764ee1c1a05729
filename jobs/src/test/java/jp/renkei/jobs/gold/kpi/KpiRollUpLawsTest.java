package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every roll-up, whatever rows a SELECT gives. */
class KpiRollUpLawsTest {
  private static final KpiDefinition KPI = KpiCatalog.builtIn().kpi("contract_rate");
  private static final List<Map<String, Object>> MEMBERS =
      Stream.of(
              "ISSUER I1",
              "ISSUER I2",
              "ISSUER I3",
              "ISSUER I4",
              "AGENT A1",
              "AGENT A2",
              "AGENT A3")
          .map(member -> member.split(" ", -1))
          .map(
              member ->
                  Map.<String, Object>of(
                      "round_id", "R1", "side", member[0], "respondent_id", member[1]))
          .toList();

  /** Rows of contract_rate: signed cells among the asked ones, and disputed ones beside them. */
  @Provide
  Arbitrary<List<Map<String, Object>>> rows() {
    var row =
        Combinators.combine(
                Arbitraries.of("I1", "I2", "I3", "I4"),
                Arbitraries.of("A1", "A2", "A3"),
                Arbitraries.longs().between(0, 50),
                Arbitraries.longs().between(0, 50),
                Arbitraries.longs().between(0, 20))
            .as(KpiRollUpLawsTest::row);
    return row.list().ofMaxSize(25);
  }

  private static Map<String, Object> row(
      String issuer, String agent, long signed, long unsigned, long disputed) {
    var row = new HashMap<String, Object>();
    row.put("round_id", "R1");
    row.put("issuer_id", issuer);
    row.put("agent_id", agent);
    row.put("numerator", signed);
    row.put("denominator", signed + unsigned);
    row.put("low_numerator", signed);
    row.put("low_denominator", signed + unsigned + disputed);
    row.put("high_numerator", signed + disputed);
    row.put("high_denominator", signed + unsigned + disputed);
    row.put("issuer_contributes", signed);
    row.put("agent_contributes", unsigned);
    return row;
  }

  private static List<KpiValue> values(List<Map<String, Object>> rows) {
    SqlEngine engine =
        sql -> {
          if (sql.equals(KPI.sql())) {
            return rows;
          }
          if (sql.contains("silver.survey_round")) {
            return List.of(
                Map.of(
                    "round_id",
                    "R1",
                    "reference_date",
                    LocalDate.of(2026, 3, 31),
                    "due_date",
                    LocalDate.of(2026, 4, 30),
                    "grace_days",
                    14L));
          }
          if (sql.contains("gold.response_status")) {
            return MEMBERS;
          }
          return List.of();
        };
    return new KpiEvaluation(
            List.of(KPI), Map.of("reconciliation", "1"), LocalDate.MAX, PublishedFigures.none())
        .evaluate(engine);
  }

  private static List<KpiValue> at(String level, List<KpiValue> values) {
    Predicate<KpiValue> isThere = value -> value.key().level().equals(level);
    return values.stream().filter(isThere).toList();
  }

  @Property
  void valueLiesBetweenThoseOfItsParts(@ForAll("rows") List<Map<String, Object>> rows) {
    var values = values(rows);
    var whole = at("ALL", values).get(0).value();
    for (String level : List.of("ISSUER", "AGENT")) {
      var parts =
          at(level, values).stream()
              .filter(part -> part.value().isPresent())
              .mapToDouble(part -> part.value().getAsDouble())
              .summaryStatistics();
      assertThat(whole.isPresent()).isEqualTo(parts.getCount() > 0);
      whole.ifPresent(value -> assertThat(value).isBetween(parts.getMin(), parts.getMax()));
    }
  }

  @Property
  void boundsHoldTheValue(@ForAll("rows") List<Map<String, Object>> rows) {
    for (var value : values(rows)) {
      if (value.value().isPresent()) {
        assertThat(value.valueLow().getAsDouble()).isLessThanOrEqualTo(value.value().getAsDouble());
        assertThat(value.valueHigh().getAsDouble())
            .isGreaterThanOrEqualTo(value.value().getAsDouble());
      }
    }
  }

  @Property
  void orderOfRowsIsIrrelevant(@ForAll("rows") List<Map<String, Object>> rows, @ForAll long seed) {
    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(values(shuffled)).isEqualTo(values(rows));
  }

  @Property
  void levelsAddUpToTheWhole(@ForAll("rows") List<Map<String, Object>> rows) {
    var values = values(rows);
    var whole = at("ALL", values).get(0);
    for (String level : List.of("ISSUER", "AGENT")) {
      var parts = at(level, values);
      assertThat(parts.stream().mapToLong(part -> part.numerator().orElse(0)).sum())
          .isEqualTo(whole.numerator().orElse(0));
      assertThat(parts.stream().mapToLong(part -> part.denominator().orElse(0)).sum())
          .isEqualTo(whole.denominator().orElse(0));
    }
  }

  @Property
  void neverGivesAValueWithoutADenominator(@ForAll("rows") List<Map<String, Object>> rows) {
    for (var value : values(rows)) {
      assertThat(value.value().isPresent()).isEqualTo(value.denominator().orElse(0) > 0);
      assertThat(value.valueState().equals("REPORTED")).isEqualTo(value.value().isPresent());
    }
  }
}
