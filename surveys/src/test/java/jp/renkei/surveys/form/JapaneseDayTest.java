package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JapaneseDayTest {
  @Test
  void setsTheEraBesideTheYear() {
    assertThat(JapaneseDay.withEra(LocalDate.of(2026, 3, 31))).isEqualTo("2026年3月31日（令和8年3月31日）");
    assertThat(JapaneseDay.withEra(LocalDate.of(2019, 4, 30))).isEqualTo("2019年4月30日（平成31年4月30日）");
  }

  @Test
  void callsTheFirstYearOfAnEraByItsName() {
    assertThat(JapaneseDay.withEra(LocalDate.of(2019, 5, 1))).isEqualTo("2019年5月1日（令和元年5月1日）");
  }
}
