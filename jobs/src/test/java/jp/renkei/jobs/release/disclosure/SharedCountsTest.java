package jp.renkei.jobs.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.jobs.gold.kpi.CountedFigure;
import jp.renkei.jobs.gold.kpi.CountedPart;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.rules.DisclosureRules;
import org.junit.jupiter.api.Test;

/** API calls of a month, and those of them of which a time is known: two KPIs. */
class SharedCountsTest {
  private static final DisclosureRules RULES = DisclosureRules.builtIn();
  private static final String CALLS = "api_success_rate";
  private static final String TIMED = "api_within_threshold_rate";
  private static final LocalDate MONTH = LocalDate.of(2026, 3, 1);

  private final List<CountedFigure> counted = new ArrayList<>();

  private static CountedPart part(String issuer, long amount) {
    var none = OptionalLong.of(0);
    return new CountedPart(
        Set.of(issuer),
        amount > 0 ? Set.of(issuer) : Set.of(),
        List.of(OptionalLong.of(amount / 2), OptionalLong.of(amount), none, none, none, none));
  }

  private void add(String kpi, String issuer, List<CountedPart> parts) {
    long amount = parts.stream().mapToLong(one -> one.amounts().get(1).orElse(0)).sum();
    String level = issuer.isEmpty() ? "ALL" : "ISSUER";
    var key =
        new KpiValue.Key(kpi, 1, level, issuer, "", "", "", "MONTH", MONTH, "GATEWAY_LOG", "THEN");
    var value =
        new KpiValue(
            key,
            MONTH.plusMonths(1).minusDays(1),
            OptionalLong.of(amount / 2),
            OptionalLong.of(amount),
            OptionalDouble.of(0.5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            parts.size(),
            "REPORTED",
            "FINAL",
            "",
            MONTH,
            "",
            "");
    counted.add(
        new CountedFigure(
            KpiCatalog.builtIn().kpi(kpi),
            value,
            issuer.isEmpty() ? Set.of() : Set.of(issuer),
            parts));
  }

  private void add(String kpi, Map<String, Long> byIssuer) {
    var parts = new ArrayList<CountedPart>();
    byIssuer.forEach((issuer, amount) -> parts.add(part(issuer, amount)));
    add(kpi, "", parts);
    parts.forEach(one -> add(kpi, one.companies().iterator().next(), List.of(one)));
  }

  private Set<String> decided(Set<String> consenting) {
    var consent = new FigureSource.Consent(consenting);
    var groups = new KpiFigures(counted).groups(null, consent, RULES);
    return DisclosureControl.of(groups, counted, RULES, EarlierRelease.none())
        .suppressed(KpiFigures.KPI_VALUE)
        .keySet();
  }

  private static String row(String kpi, String issuer) {
    return Stream.of(
            kpi,
            "1",
            issuer.isEmpty() ? "ALL" : "ISSUER",
            issuer,
            "",
            "",
            "",
            "MONTH",
            MONTH.toString(),
            "GATEWAY_LOG",
            "THEN")
        .reduce((one, other) -> one + RowKey.SEPARATOR + other)
        .orElseThrow();
  }

  /** Two issuers log times, so that none may be told; nearly all calls are theirs. */
  @Test
  void aCountOfNearlyTheSameGoesToo() {
    add(CALLS, Map.of("ISS001", 1000L, "ISS002", 1000L, "ISS003", 150L, "ISS004", 45L));
    add(TIMED, Map.of("ISS001", 1000L, "ISS002", 1000L));
    assertThat(decided(Set.of())).containsExactly(row(CALLS, ""), row(TIMED, ""));
  }

  @Test
  void aCountThatIsMuchLargerStays() {
    add(CALLS, Map.of("ISS001", 1000L, "ISS002", 1000L, "ISS003", 900L, "ISS004", 45L));
    add(TIMED, Map.of("ISS001", 1000L, "ISS002", 1000L));
    assertThat(decided(Set.of())).containsExactly(row(TIMED, ""));
  }

  /** An issuer's own summary may count more in the part. */
  @Test
  void aPartMayBeMoreThanItsWhole() {
    add(CALLS, Map.of("ISS001", 1000L, "ISS002", 990L));
    add(TIMED, Map.of("ISS001", 1000L, "ISS002", 1000L, "ISS003", 150L));
    assertThat(decided(Set.of())).containsExactly(row(CALLS, ""), row(TIMED, ""));
  }
}
