package jp.renkei.surveys;

import static jp.renkei.surveys.AnswerReadings.csv;
import static jp.renkei.surveys.AnswerReadings.form;
import static jp.renkei.surveys.AnswerReadings.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.Problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts, shares and amounts as people write them. */
class NumberAnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1_01|1234|1234",
        "A1_01|12.0|12",
        "A1_01|22000000.0000001|22000000 NOTICE",
        "A1_01|7.9999999999|8 NOTICE",
        "A1_01|22000000.001|WRONG_TYPE",
        "A1_01|0|0",
        "A1_01|000|0",
        "A1_01|１２３４|1234 NOTICE",
        "A1_01|１，２３４|1234 NOTICE",
        "A1_01|1,234|1234 NOTICE",
        "A1_01|1,234,567|1234567 NOTICE",
        "A1_01|1 234 567|1234567 NOTICE",
        "A1_01|+5|5 NOTICE",
        "A1_01|1,234枚|1234 NOTICE",
        "A1_01|1234 枚|1234 NOTICE",
        "A1_02|1,234人|1234 NOTICE",
        "A1_02|1,234名|1234 NOTICE",
        "A8_01|12件|12 NOTICE",
        "A7_02|30日|30 NOTICE",
        "A7_02|90日間|90 NOTICE",
        "A5_02|24か月|24 NOTICE",
        "A5_02|２４ヶ月|24 NOTICE",
        "A10_03|90分|90 NOTICE",
        "A10_01|1.5億アクセス|150000000 NOTICE",
        "B8_03|3回|3 NOTICE",
        "A1_04|1,234百万円|1234 NOTICE",
        "A1_01|1.5万|15000 NOTICE",
        "A1_01|1.5万枚|15000 NOTICE",
        "A1_01|3千万|30000000 NOTICE",
        "A1_01|3,000万|30000000 NOTICE",
        "A1_01|1億2千万|120000000 NOTICE",
        "A1_01|1億2,345万6,789枚|123456789 NOTICE",
        "A1_01|1万2345|12345 NOTICE",
        "A1_01|1万5千|15000 NOTICE",
        "A1_01|5百|500 NOTICE",
        "A1_01|0.1千|100 NOTICE",
        "A1_01|2兆|OUT_OF_RANGE",
        "A15_05|2027|2027",
        "A15_05|2027年度|2027 NOTICE",
        "A15_05|2027年|2027 NOTICE",
        "A15_05|令和9年度|2027 NOTICE",
        "A15_05|令和元年度|2019 NOTICE",
        "A15_05|R9年度|2027 NOTICE",
        "A15_05|27|OUT_OF_RANGE",
        "A1_01|12.5|WRONG_TYPE",
        "A1_01|1.00005万|WRONG_TYPE",
        "A1_01|1,23|WRONG_TYPE",
        "A1_01|12,34,567|WRONG_TYPE",
        "A1_01|1,234,56|WRONG_TYPE",
        "A1_01|1234,567|WRONG_TYPE",
        "A1_01|,123|WRONG_TYPE",
        "A1_01|1 2|WRONG_TYPE",
        "A1_01|1E5|WRONG_TYPE",
        "A1_01|12人|WRONG_TYPE",
        "A1_01|12%|WRONG_TYPE",
        "A1_01|¥1,234|WRONG_TYPE",
        "A5_02|12月|WRONG_TYPE",
        "A1_04|12億|WRONG_TYPE",
        "A1_04|12億円|WRONG_TYPE",
        "A1_04|1,234円|WRONG_TYPE",
        "A1_01|1億5千|WRONG_TYPE",
        "A1_01|1万5|WRONG_TYPE",
        "A1_01|1億2000|WRONG_TYPE",
        "A1_01|2千1億|WRONG_TYPE",
        "A1_01|1.5億2千万|WRONG_TYPE",
        "A1_01|△5|OUT_OF_RANGE",
        "A1_01|▲1,234|OUT_OF_RANGE",
        "A1_01|－5|OUT_OF_RANGE",
        "A1_01|−5枚|OUT_OF_RANGE",
        "A1_01|約1万|WRONG_TYPE",
        "A1_01|1万程度|WRONG_TYPE",
        "A1_01|10~20|WRONG_TYPE",
        "A1_01|10～20|WRONG_TYPE",
        "A1_01|10〜20枚|WRONG_TYPE",
        "A1_01|10-20|WRONG_TYPE",
        "A1_01|10から20|WRONG_TYPE",
        "A1_01|数百|WRONG_TYPE",
        "A1_01|数千万枚|WRONG_TYPE",
        "A1_01|1万弱|WRONG_TYPE",
        "A1_01|1万以上|WRONG_TYPE",
        "A1_01|1万人超|WRONG_TYPE",
        "A1_01|およそ100|WRONG_TYPE",
        "A1_01|100?|WRONG_TYPE",
        "A1_01|一万|WRONG_TYPE",
        "A1_01|-|WRONG_TYPE",
        "A1_01|―|WRONG_TYPE",
        "A1_01|なし|WRONG_TYPE",
        "A1_01|N/A|WRONG_TYPE",
        "A1_01|Ｎ／Ａ|WRONG_TYPE",
        "A1_01|#REF!|WRONG_TYPE",
        "A1_01|TRUE|WRONG_TYPE",
        "A1_01|2026-03-31|WRONG_TYPE",
        "A1_01|4111111111111111|CARD_NUMBER_FOUND",
        "A1_01|4111-1111-1111-1111|CARD_NUMBER_FOUND"
      })
  void readsWholeNumbersOfForms(String question, String raw, String expected) {
    assertThat(told(form(question, raw))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99.5|0.995",
        "99.95|0.9995",
        "100|1",
        "0|0",
        "99.5%|0.995",
        "99.5％|0.995 NOTICE",
        "９９．５％|0.995 NOTICE",
        "99.5パーセント|0.995 NOTICE",
        "0.5%|0.005",
        "1%|0.01",
        "0.995|0.00995 WARNING",
        "1|0.01 WARNING",
        "100.1|OUT_OF_RANGE",
        "-1|OUT_OF_RANGE",
        "99,5|WRONG_TYPE",
        "約99|WRONG_TYPE",
        "99.5~99.9|WRONG_TYPE",
        "99%以上|WRONG_TYPE",
        "1万|WRONG_TYPE",
        "99.5件|WRONG_TYPE",
        "なし|WRONG_TYPE"
      })
  void readsPercentagesOfForms(String raw, String expected) {
    assertThat(told(form("A10_02", raw))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.995|0.995",
        "0.9950|0.995",
        "1|1",
        "1.0|1",
        "99.5|OUT_OF_RANGE",
        "99.5%|0.995 NOTICE",
        "０．９９５|0.995 NOTICE"
      })
  void readsRatiosOfCsv(String raw, String expected) {
    assertThat(told(csv("A10_02", raw))).isEqualTo(expected);
  }

  @Test
  void asksWhetherASmallPercentageIsMeant() {
    var read = (Read) form("A10_02", "0.995");
    var remark = read.remark().orElseThrow();
    assertThat(remark.severity()).isEqualTo(Severity.WARNING);
    assertThat(remark.expected().ja() + "としてください。" + remark.remedy().ja())
        .isEqualTo(
            "0.995％ではなく99.5％の意味なら、99.5としてください。"
                + "0.995％で正しい場合は「0.995%」と％を付けて記入するか、提出の画面で理由を書いてください。");
  }

  @Test
  void asksWhatADotStandsForInAWholeNumber() {
    for (String doubtful : List.of("12.000", "1.234.567", "12.345", "-1.000", "12.000人")) {
      var read = (Refused) form("A1_02", doubtful);
      assertThat(read.remedy().ja()).as(doubtful).contains("「.」が小数点か桁区切りか分かりません");
    }
    for (String clear : List.of("12", "12,000", "12.0", "1.500万")) {
      assertThat(form("A1_02", clear)).as(clear).isInstanceOf(Read.class);
    }
  }
}
