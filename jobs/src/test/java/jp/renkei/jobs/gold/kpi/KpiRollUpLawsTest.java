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

  /** I4 is I1 today; the sizes of the four are two and two. */
  private static final List<Map<String, Object>> TODAY =
      List.of(
          Map.of(
              "issuer_id",
              "I4",
              "issuer_today_id",
              "I1",
              "effective_on",
              LocalDate.of(2026, 4, 1)));

  private static final List<Map<String, Object>> COMPANY_SLICES =
      Stream.of("I1 SMALL", "I2 SMALL", "I3 LARGE", "I4 LARGE")
          .map(company -> company.split(" ", -1))
          .map(
              company ->
                  Map.<String, Object>of(
                      "round_id",
                      "R1",
                      "period_start",
                      LocalDate.of(2026, 3, 31),
                      "company_id",
                      company[0],
                      "size_band",
                      company[1]))
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
          if (sql.contains("gold.issuer_today")) {
            return TODAY;
          }
          if (sql.contains("gold.company_slice")) {
            return COMPANY_SLICES;
          }
          return List.of();
        };
    return new KpiEvaluation(
            List.of(KPI), Map.of("reconciliation", "1"), LocalDate.MAX, PublishedFigures.none())
        .evaluate(engine);
  }

  private static List<KpiValue> at(String level, List<KpiValue> values) {
    Predicate<KpiValue> isThere =
        value ->
            value.key().level().equals(level)
                && value.key().slice().isEmpty()
                && !value.key().isByTodaysIssuers();
    return values.stream().filter(isThere).toList();
  }

  private static void assertBetween(KpiValue whole, List<KpiValue> parts) {
    var values =
        parts.stream()
            .filter(part -> part.value().isPresent())
            .mapToDouble(part -> part.value().getAsDouble())
            .summaryStatistics();
    assertThat(whole.value().isPresent()).isEqualTo(values.getCount() > 0);
    whole.value().ifPresent(value -> assertThat(value).isBetween(values.getMin(), values.getMax()));
    assertThat(parts.stream().mapToLong(part -> part.denominator().orElse(0)).sum())
        .isEqualTo(whole.denominator().orElse(0));
  }

  @Property
  void slicesPartTheWhole(@ForAll("rows") List<Map<String, Object>> rows) {
    var values = values(rows);
    var bands = values.stream().filter(one -> one.key().slice().equals("size_band")).toList();
    assertThat(bands).allMatch(one -> one.key().level().equals("ALL"));
    assertBetween(at("ALL", values).get(0), bands);
  }

  @Property
  void aHistoryByTodaysIssuerLiesBetweenThoseOfThen(
      @ForAll("rows") List<Map<String, Object>> rows) {
    var values = values(rows);
    var now = values.stream().filter(one -> one.key().isByTodaysIssuers()).toList();
    assertThat(now).singleElement().matches(one -> one.key().issuerId().equals("I1"));
    assertBetween(
        now.get(0),
        at("ISSUER", values).stream()
            .filter(one -> List.of("I1", "I4").contains(one.key().issuerId()))
            .toList());
  }

  @Property
  void valueLiesBetweenThoseOfItsParts(@ForAll("rows") List<Map<String, Object>> rows) {
    var values = values(rows);
    for (String level : List.of("ISSUER", "AGENT")) {
      assertBetween(at("ALL", values).get(0), at(level, values));
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
