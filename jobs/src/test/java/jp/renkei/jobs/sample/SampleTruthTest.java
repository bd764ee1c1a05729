package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class SampleTruthTest {
  private final SampleTruth truth = new SampleTruth(SampleOptions.defaults());

  @Test
  void movesAccountsFromScrapingToTheApi() {
    List<LocalDate> dates = truth.rounds().stream().map(TrueRound::referenceDate).toList();
    assertThat(dates.stream().map(date -> sum(cell -> cell.apiAccountsOn(date), date)).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    List<Long> scraping =
        dates.stream().map(date -> -sum(cell -> cell.scrapingAccountsOn(date), date)).toList();
    assertThat(scraping).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void letsLiveIssuersAndContractsGrowOverTheRounds() {
    List<Long> live =
        truth.rounds().stream()
            .map(round -> truth.issuers().stream().filter(each -> each.hasLiveLine(round)).count())
            .toList();
    assertThat(live).isSorted().doesNotHaveDuplicates();
    List<Long> signed =
        truth.rounds().stream()
            .map(TrueRound::referenceDate)
            .map(date -> sum(cell -> cell.statusOn(date) == TrueCell.Status.SIGNED ? 1 : 0, date))
            .toList();
    assertThat(signed).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void endsTheAbsorbedIssuerWithTheMerger() {
    TrueIssuer absorbed = truth.issuers().get(Merger.ABSORBED_NUMBER - 1);
    assertThat(truth.issuersOn(LocalDate.of(2025, 9, 30))).contains(absorbed);
    assertThat(truth.issuersOn(LocalDate.of(2025, 10, 1))).doesNotContain(absorbed);
    assertThat(truth.cellsOf(absorbed, LocalDate.of(2026, 3, 31))).isEmpty();
  }

  @Test
  void neverHasMoreAccountsThatAreBothThanOfEitherKind() {
    for (TrueRound round : truth.rounds()) {
      LocalDate date = round.referenceDate();
      for (TrueIssuer issuer : truth.issuersOn(date)) {
        assertThat(truth.cellsOf(issuer, date))
            .allMatch(cell -> cell.bothAccountsOn(date) <= cell.apiAccountsOn(date))
            .allMatch(cell -> cell.bothAccountsOn(date) <= cell.scrapingAccountsOn(date));
      }
    }
  }

  private long sum(ToLongFunction<TrueCell> amount, LocalDate date) {
    return truth.issuersOn(date).stream()
        .flatMap(issuer -> truth.cellsOf(issuer, date).stream())
        .mapToLong(amount)
        .sum();
  }
}
