package jp.renkei.surveys;

import static jp.renkei.surveys.AnswerReadings.csv;
import static jp.renkei.surveys.AnswerReadings.form;
import static jp.renkei.surveys.AnswerReadings.japanese;
import static jp.renkei.surveys.AnswerReadings.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands in the answer cells of forms, and what becomes of it; numbers: {@link
 * NumberAnswerTest}.
 */
class AnswerValueTest {
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
        "A1_01|約1万|正確な整数としてください。12000のように正確な値を数字で記入してください。概数しか分からない場合は、値を空欄にし、値の状態で「不明」を選んでください。",
        "A1_01|10～20|正確な整数としてください。12000のように正確な値を数字で記入してください。概数しか分からない場合は、値を空欄にし、値の状態で「不明」を選んでください。",
        "A1_01|12人|「枚」で数えた整数としてください。数値と単位を確認してください。",
        "A1_01|1,23|整数としてください。コンマは12,000のように3桁ごとに入れるか、入れずに記入してください。",
        "A1_01|△5|0から999,999,999,999までの数値としてください。数値と単位を確認してください。",
        "A1_01|―|整数としてください。0であれば0と記入し、該当しない場合は値を空欄にして、値の状態で「該当なし」を選んでください。",
        "A1_01|N/A|整数としてください。値を空欄にし、値の状態で「該当なし」を選んでください。",
        "A1_01|非公表|整数としてください。値を空欄にし、値の状態で「回答を控える」を選んでください。",
        "A1_01|#REF!|整数としてください。数式ではなく値を記入してください。",
        "A1_04|12億円|百万円単位の整数としてください。百万円単位の数字を記入してください。12億円は1200です。",
        "A10_02|101|0から100までの数値としてください。数値と単位を確認してください。",
        "A10_02|九割|99.5のような百分率（％）の数値としてください。99.5のように百分率を数字で記入してください。",
        "A2_02|平成32年3月31日|「令和2年3月31日」（書かれた元号の期間外のため）としてください。2020-03-31又は正しい元号の年月日を記入してください。",
        "A2_02|令和元年4月30日|「平成31年4月30日」（書かれた元号の期間外のため）としてください。2019-04-30又は正しい元号の年月日を記入してください。",
        "A2_02|2026年4月|日付（YYYY-MM-DD）としてください。2026-04-01又は2026-04-30のように日まで記入してください。",
        "A2_02|2026年4月中|日付（YYYY-MM-DD）としてください。2026-04-01又は2026-04-30のように日まで記入してください。",
        "A2_02|未定|日付（YYYY-MM-DD）としてください。値を空欄にし、値の状態で「不明」を選んでください。",
        "A3_01|検討中|次のいずれか（はい、いいえ）としてください。セルの一覧から選んでください。"
      })
  void saysInJapaneseWhatToDoInstead(String question, String raw, String expected) {
    assertThat(japanese(form(question, raw))).isEqualTo(expected);
  }

  @Test
  void showsTheFirstDigitsOfANumberThatIsBeyondAllMeasure() {
    var endless = "1" + "0".repeat(300);
    var problem =
        Problem.error(
            "A.xlsx",
            Place.cell("A1", "D7"),
            Problem.Reason.OUT_OF_RANGE,
            endless,
            BilingualText.NONE,
            BilingualText.NONE);
    assertThat(problem.found()).isEqualTo("100000000000000…");
  }

  @Test
  void namesValueStatesByTheirCodeInACsv() {
    assertThat(japanese(csv("A1_01", "N/A")))
        .isEqualTo("整数としてください。値を空欄にし、値の状態で「NOT_APPLICABLE（該当なし）」を選んでください。");
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

  @Test
  void saysOfADayThatNoCalendarHasThatThereIsNone() {
    for (String none : List.of("令和7年2月30日", "2026-02-29", "20260431", "R8.13.1")) {
      var read = (Refused) form("A2_02", none);
      assertThat(read.expected().ja()).as(none).contains("その日は存在しません");
    }
  }
}
