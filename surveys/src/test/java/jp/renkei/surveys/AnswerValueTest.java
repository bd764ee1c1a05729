package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Reading;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.Problem.Severity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the answer cells of forms, and what becomes of it. */
class AnswerValueTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  private static Question question(String id) {
    String questionnaire = id.startsWith("A") ? "issuer_survey" : "agent_survey";
    return CATALOG.questionnaire(questionnaire, 1).orElseThrow().question(id).orElseThrow();
  }

  private static Reading form(String question, String raw) {
    return AnswerValue.of(question(question), raw, Notation.FORM);
  }

  private static Reading csv(String question, String raw) {
    return AnswerValue.of(question(question), raw, Notation.CSV);
  }

  /** {@code value}, {@code value NOTICE}, {@code value WARNING} or the reason of a refusal. */
  private static String told(Reading reading) {
    if (reading instanceof Refused refused) {
      return refused.reason().name();
    }
    var read = (Read) reading;
    return read.value() + read.remark().map(remark -> " " + remark.severity()).orElse("");
  }

  private static String japanese(Reading reading) {
    var refused = (Refused) reading;
    return refused.expected().ja() + "である必要があります。" + refused.remedy().ja();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1_01|1234|1234",
        "A1_01|12.0|12",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-31|2026-03-31",
        "2026/3/31|2026-03-31 NOTICE",
        "2026/03/31|2026-03-31 NOTICE",
        "2026.03.31|2026-03-31 NOTICE",
        "2026-3-1|2026-03-01 NOTICE",
        "20260331|2026-03-31 NOTICE",
        "２０２６年３月３１日|2026-03-31 NOTICE",
        "2026年3月31日|2026-03-31 NOTICE",
        "2026 年 3 月 31 日|2026-03-31 NOTICE",
        "西暦2026年3月31日|2026-03-31 NOTICE",
        "2026年3月31日（火）|2026-03-31 NOTICE",
        "2026年3月31日（水）|WRONG_TYPE",
        "2026-03-31T09:30:00|2026-03-31 NOTICE",
        "2026-03-31T00:00:00|2026-03-31 NOTICE",
        "令和8年3月31日|2026-03-31 NOTICE",
        "令和８年３月３１日|2026-03-31 NOTICE",
        "令和元年5月1日|2019-05-01 NOTICE",
        "㋿8年3月31日|2026-03-31 NOTICE",
        "R8.3.31|2026-03-31 NOTICE",
        "R8/3/31|2026-03-31 NOTICE",
        "r8-3-31|2026-03-31 NOTICE",
        "R.8.3.31|2026-03-31 NOTICE",
        "平成31年4月30日|2019-04-30 NOTICE",
        "平成31年5月1日|WRONG_TYPE",
        "令和元年4月30日|WRONG_TYPE",
        "平成32年3月31日|WRONG_TYPE",
        "H32.3.31|WRONG_TYPE",
        "平成元年1月8日|DATE_OUT_OF_RANGE",
        "平成元年1月7日|WRONG_TYPE",
        "昭和64年1月7日|DATE_OUT_OF_RANGE",
        "平成2年1月1日|1990-01-01 NOTICE",
        "1989-12-31|DATE_OUT_OF_RANGE",
        "2101-01-01|DATE_OUT_OF_RANGE",
        "2026-02-29|WRONG_TYPE",
        "2026年2月30日|WRONG_TYPE",
        "20261301|WRONG_TYPE",
        "2026年13月1日|WRONG_TYPE",
        "2026年4月|WRONG_TYPE",
        "2026/4|WRONG_TYPE",
        "2026年4月中|WRONG_TYPE",
        "2026年4月末|WRONG_TYPE",
        "2026年4月上旬|WRONG_TYPE",
        "2026年春頃|WRONG_TYPE",
        "2026年度|WRONG_TYPE",
        "2026|WRONG_TYPE",
        "26/3/31|WRONG_TYPE",
        "8.3.31|WRONG_TYPE",
        "3/31/2026|WRONG_TYPE",
        "3月31日|WRONG_TYPE",
        "2026/3-31|WRONG_TYPE",
        "46112|WRONG_TYPE",
        "未定|WRONG_TYPE",
        "-|WRONG_TYPE"
      })
  void readsDatesOfForms(String raw, String expected) {
    assertThat(told(form("A2_02", raw))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A3_01|YES|YES",
        "A3_01|はい|YES",
        "A3_01|いいえ|NO",
        "A3_01|有|YES NOTICE",
        "A3_01|無|NO NOTICE",
        "A3_01|あり|YES NOTICE",
        "A3_01|なし|NO NOTICE",
        "A3_01|○|YES NOTICE",
        "A3_01|〇|YES NOTICE",
        "A3_01|×|NO NOTICE",
        "A3_01|ＹＥＳ|YES NOTICE",
        "A3_01|TRUE|YES NOTICE",
        "A3_01|1|UNKNOWN_CODE",
        "A3_01|△|UNKNOWN_CODE",
        "A3_01|検討中|UNKNOWN_CODE",
        "A2_01|LIVE|LIVE",
        "A2_01|検討中|UNDER_STUDY",
        "A2_01|導入済み（グループ外の接続先に本番環境で提供中）|LIVE",
        "A2_01|導入済み|LIVE NOTICE",
        "A2_01|導入予定|PLANNED NOTICE",
        "A2_01|導入予定 なし|NOT_PLANNED NOTICE",
        "A2_01|導入|UNKNOWN_CODE",
        "A2_01|live|LIVE NOTICE",
        "A7_01|OAuth 2.0|OAUTH2",
        "A7_01|ＯＡｕｔｈ２．０|OAUTH2 NOTICE",
        "A12_01|100万円未満|UNDER_1M",
        "A14_01|COST|COST",
        "A14_01|費用負担|COST",
        "A14_01|費用負担|COST",
        "A14_01|費用負担、天気|UNKNOWN_CODE"
      })
  void readsOptionsOfForms(String question, String raw, String expected) {
    assertThat(told(form(question, raw))).isEqualTo(expected);
  }

  @Test
  void readsSeveralOptionsJoinedByABar() {
    assertThat(told(form("A14_01", "VENDOR|COST"))).isEqualTo("COST|VENDOR");
    assertThat(told(form("A14_01", "費用負担、人材"))).isEqualTo("COST|STAFF NOTICE");
    assertThat(told(form("A14_01", "費用負担,人材"))).isEqualTo("COST|STAFF NOTICE");
    assertThat(told(form("A14_01", "人材|COST"))).isEqualTo("COST|STAFF");
    assertThat(told(form("A14_01", "COST|REVENUE|VENDOR|STAFF"))).isEqualTo("TOO_MANY_CHOICES");
    assertThat(told(csv("A14_01", "人材|COST"))).isEqualTo("COST|STAFF NOTICE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A3_01|はい|YES NOTICE",
        "A2_01|検討中|UNDER_STUDY NOTICE",
        "A1_01|1,234|1234 NOTICE",
        "A2_02|2026/3/31|2026-03-31 NOTICE"
      })
  void tellsInACsvOfWhatIsNoCode(String question, String raw, String expected) {
    assertThat(told(csv(question, raw))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1_01|約1万|正確な整数である必要があります。12000のように正確な値を数字で記入してください。概数しか分からない場合は、値を空欄にし、値の状態で「不明」を選んでください。",
        "A1_01|10～20|正確な整数である必要があります。12000のように正確な値を数字で記入してください。概数しか分からない場合は、値を空欄にし、値の状態で「不明」を選んでください。",
        "A1_01|12人|「枚」で数えた整数である必要があります。数値と単位を確認してください。",
        "A1_01|1,23|整数である必要があります。コンマは12,000のように3桁ごとに入れるか、入れずに記入してください。",
        "A1_01|△5|0から999,999,999,999までの数値である必要があります。数値と単位を確認してください。",
        "A1_01|―|整数である必要があります。0であれば0と記入し、該当しない場合は値を空欄にして、値の状態で「該当なし」を選んでください。",
        "A1_01|N/A|整数である必要があります。値を空欄にし、値の状態で「該当なし」を選んでください。",
        "A1_01|非公表|整数である必要があります。値を空欄にし、値の状態で「回答を控える」を選んでください。",
        "A1_01|#REF!|整数である必要があります。数式ではなく値を記入してください。",
        "A1_04|12億円|百万円単位の整数である必要があります。百万円単位の数字を記入してください。12億円は1200です。",
        "A10_02|101|0から100までの数値である必要があります。数値と単位を確認してください。",
        "A10_02|九割|99.5のような百分率（％）の数値である必要があります。99.5のように百分率を数字で記入してください。",
        "A2_02|平成32年3月31日|「令和2年3月31日」（書かれた元号の期間外のため）である必要があります。2020-03-31又は正しい元号の年月日を記入してください。",
        "A2_02|令和元年4月30日|「平成31年4月30日」（書かれた元号の期間外のため）である必要があります。2019-04-30又は正しい元号の年月日を記入してください。",
        "A2_02|2026年4月|日付（YYYY-MM-DD）である必要があります。2026-04-01又は2026-04-30のように日まで記入してください。",
        "A2_02|2026年4月中|日付（YYYY-MM-DD）である必要があります。2026-04-01又は2026-04-30のように日まで記入してください。",
        "A2_02|未定|日付（YYYY-MM-DD）である必要があります。値を空欄にし、値の状態で「不明」を選んでください。",
        "A3_01|検討中|次のいずれか（はい、いいえ）である必要があります。セルの一覧から選んでください。"
      })
  void saysInJapaneseWhatToDoInstead(String question, String raw, String expected) {
    assertThat(japanese(form(question, raw))).isEqualTo(expected);
  }

  @Test
  void namesValueStatesByTheirCodeInACsv() {
    assertThat(japanese(csv("A1_01", "N/A")))
        .isEqualTo("整数である必要があります。値を空欄にし、値の状態で「NOT_APPLICABLE」を選んでください。");
  }

  @Test
  void asksWhetherASmallPercentageIsMeant() {
    var read = (Read) form("A10_02", "0.995");
    var remark = read.remark().orElseThrow();
    assertThat(remark.severity()).isEqualTo(Severity.WARNING);
    assertThat(remark.expected().ja() + "である必要があります。" + remark.remedy().ja())
        .isEqualTo(
            "0.995％ではなく99.5％の意味なら、99.5である必要があります。"
                + "0.995％で正しい場合は「0.995%」と％を付けて記入するか、自由記述に理由を書いてください。");
  }

  @Test
  void showsWhatAValueWasReadAs() {
    var read = (Read) form("A1_01", "1.5万");
    Problem notice =
        Problem.notice(
            "A.xlsx",
            Place.cell("A1", "D7"),
            Problem.Reason.READ_AS,
            "1.5万",
            read.remark().orElseThrow().expected(),
            read.remark().orElseThrow().remedy());
    assertThat(notice.japanese())
        .isEqualTo("A.xlsx 「A1」!D7：「1.5万」とあります。「15000」と読み取りました。正しければ対応は不要です。違う場合は値そのものを記入してください。");
    assertThat(notice.english())
        .isEqualTo(
            "A.xlsx 「A1」!D7: found '1.5万', read as '15000'."
                + " Nothing to do where that is right; where it is wrong, enter the value itself.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u0008", "\u001f", "\ud800", "\udc00x", "\uffff"})
  void namesCharactersThatNoWorkbookHolds(String raw) {
    assertThat(told(form("A15_04", raw))).isEqualTo("WRONG_TYPE");
    assertThat(japanese(form("A15_04", raw))).contains("制御文字（U+", "文字目にある目に見えない文字");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb\nc", "\u007f\u0085", "👨‍👩‍👧", "=1+1", "𠮷野家", "\ufeffあ", " 前後 "})
  void keepsTextAsItIs(String raw) {
    assertThat(told(form("A15_04", raw))).isEqualTo(raw);
  }

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
    for (Question question : CATALOG.newest("issuer_survey").orElseThrow().questions()) {
      for (Notation notation : Notation.values()) {
        assertThat(AnswerValue.of(question, raw, notation)).isNotNull();
      }
    }
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

  @Test
  void saysOfADayThatNoCalendarHasThatThereIsNone() {
    for (String none : List.of("令和7年2月30日", "2026-02-29", "20260431", "R8.13.1")) {
      var read = (Refused) form("A2_02", none);
      assertThat(read.expected().ja()).as(none).contains("その日は存在しません");
    }
  }
}
