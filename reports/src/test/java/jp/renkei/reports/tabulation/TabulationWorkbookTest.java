package jp.renkei.reports.tabulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import jp.renkei.reports.SmallRelease;
import jp.renkei.reports.StudyRows;
import jp.renkei.reports.meeting.CellDump;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.warehouse.release.Release;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 集計表: every question as a block. */
class TabulationWorkbookTest {
  @TempDir Path warehouse;

  private static byte[] bytes(Release release) throws IOException {
    var bytes = new ByteArrayOutputStream();
    TabulationWorkbook.write(release, bytes);
    return bytes.toByteArray();
  }

  private static String dump(Release release) throws IOException {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(release)))) {
      return CellDump.of(workbook).replaceAll("(?m)^\\d+: ", "");
    }
  }

  @Test
  void countsOptionsInTheOrderOfTheFormWithSharesOfWhatWasReported() throws IOException {
    assertThat(dump(SmallRelease.in(warehouse, StudyRows::insert)))
        .contains(
            """
            A3_01　連携方針の公表（会社単位）
            選択肢・状態 | 件数 | 割合 | 単位
            はい | #2 | #66.7% |\s
            いいえ | #1 | #33.3% |\s
            回答数（値あり） | #3 |  |\s
            回答を控える | #1 |  |\s
            """);
  }

  @Test
  void namesTheFiscalYearThatTheRoundAsksAbout() throws IOException {
    assertThat(dump(SmallRelease.in(warehouse, StudyRows::insert)))
        .contains("A8_01　接続申入れの受付件数（2025年度（2025年4月1日～2026年3月31日）中）（会社単位）")
        .doesNotContain("直近の年度");
  }

  @Test
  void crossesThemWithTheSlicesThatTheQuestionHas() throws IOException {
    String dump = dump(SmallRelease.in(warehouse, StudyRows::insert));
    assertThat(dump)
        .contains(
            """
            選択肢・状態 | 全体 | 10万枚以上⏎100万枚以下
            はい | #2 | #2
            いいえ | #1 | #0
            回答数（値あり） | #3 | #2
            回答を控える | #1 | #0
            はい（割合） | #66.7% | #100.0%
            いいえ（割合） | #33.3% | #0.0%
            """);
    assertThat(dump.substring(dump.indexOf("# 調査票A クロス集計"))).doesNotContain("有効発行枚数");
  }

  @Test
  void givesNumbersTheirStatisticsAndDatesTheirFiscalYears() throws IOException {
    assertThat(dump(SmallRelease.in(warehouse, StudyRows::insert)))
        .contains(
            """
            回答数（値あり） | #3 |  |\s
            合計 | #930 |  | 枚
            第1四分位数 | #15 |  | 枚
            中央値 | #20 |  | 枚
            第3四分位数 | #460 |  | 枚
            """)
        .contains("2027年度（令和9年度） | #2 | #100.0%")
        .contains("合計 | － |  | 年度", "中央値 | #2027.5 |  | 年度")
        .contains("【事務局限り】", "【架空データ】")
        .doesNotContain("別の版の設問");
  }

  /** A unit without a word of its own would stand there as its code. */
  @Test
  void hasAJapaneseUnitForEveryNumberThatIsAsked() {
    assertThat(QuestionnaireCatalog.load().questionnaires())
        .flatMap(Questionnaire::questions)
        .extracting(Question::unit)
        .filteredOn(unit -> !unit.isEmpty())
        .allMatch(unit -> CodeLabels.unitSuffix(unit).strip().matches("[^a-z_]+"));
  }

  @Test
  void isTheSameByteByByteForTheSameRelease() throws IOException {
    var release = SmallRelease.in(warehouse, StudyRows::insert);
    assertThat(bytes(release)).isEqualTo(bytes(release));
  }

  @Test
  void saysSoWhereNobodyHasAnswered() throws IOException {
    assertThat(dump(SmallRelease.in(warehouse))).contains("回答のある調査回はない。");
  }
}
