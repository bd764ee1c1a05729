package jp.renkei.reports.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTextTest {
  @Test
  void namesPeriodsInJapanese() {
    var march = LocalDate.of(2026, 3, 1);
    assertThat(PeriodText.period("POINT", march, march)).isEqualTo("2026年3月1日");
    assertThat(PeriodText.period("MONTH", march, march)).isEqualTo("2026年3月");
    assertThat(PeriodText.period("QUARTER_FY", LocalDate.of(2026, 1, 1), march))
        .isEqualTo("2025年度第4四半期");
    assertThat(PeriodText.period("FY", LocalDate.of(2025, 4, 1), march)).isEqualTo("2025年度（令和7年度）");
  }

  @Test
  void countsTheFirstYearOfAnEraAsGannen() {
    assertThat(PeriodText.fiscalYearText(2019)).isEqualTo("2019年度（令和元年度）");
    assertThat(PeriodText.fiscalYear(LocalDate.of(2025, 3, 31))).isEqualTo(2024);
  }
}
