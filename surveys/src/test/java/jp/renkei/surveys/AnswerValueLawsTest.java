package jp.renkei.surveys;

import static jp.renkei.surveys.AnswerReadings.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

/** What holds of every answer, whatever is written. */
class AnswerValueLawsTest {
  @Property(tries = 300)
  void readsAGroupedNumberAsItsValue(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long value) {
    String grouped = "%,d".formatted(value);
    String fullWidth =
        grouped
            .chars()
            .map(c -> c == ',' ? '，' : c - '0' + '０')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(((Read) form("A1_02", grouped + "人")).value()).isEqualTo(Long.toString(value));
    assertThat(((Read) form("A1_02", fullWidth)).value()).isEqualTo(Long.toString(value));
  }

  @Property(tries = 300)
  void readsMyriadsAsTheirSum(
      @ForAll @IntRange(min = 1, max = 9_999) int hundredMillions,
      @ForAll @IntRange(min = 1, max = 9_999) int myriads,
      @ForAll @IntRange(min = 1_000, max = 9_999) int ones) {
    long value = hundredMillions * 100_000_000L + myriads * 10_000L + ones;
    assertThat(((Read) form("A1_02", hundredMillions + "億" + myriads + "万" + ones)).value())
        .isEqualTo(Long.toString(value));
  }

  @Property(tries = 300)
  void readsAPercentageAsTheExactRatio(
      @ForAll @BigRange(min = "1.001", max = "100") @Scale(3) BigDecimal percent) {
    Read read = (Read) form("A10_02", percent.toPlainString());
    assertThat(new BigDecimal(read.value()).movePointRight(2)).isEqualByComparingTo(percent);
    assertThat(read.remark()).isEmpty();
  }

  @Property(tries = 300)
  void readsWarekiAsTheCalendarDoes(@ForAll @IntRange(min = 7_305, max = 47_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    DateTimeFormatter wareki =
        new DateTimeFormatterBuilder()
            .appendPattern("GGGGy年M月d日")
            .toFormatter(Locale.JAPAN)
            .withChronology(JapaneseChronology.INSTANCE);
    String written = wareki.format(JapaneseDate.from(date));
    assertThat(((Read) form("A2_02", written)).value()).isEqualTo(date.toString());
  }

  @Property(tries = 1_000)
  void neverFailsOnAnyText(@ForAll @StringLength(max = 60) String raw) {
    for (Question question :
        AnswerReadings.CATALOG.newest("issuer_survey").orElseThrow().questions()) {
      for (Notation notation : Notation.values()) {
        assertThat(AnswerValue.of(question, raw, notation)).isNotNull();
      }
    }
  }
}
