package jp.renkei.reports.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.reports.SmallRelease;
import jp.renkei.reports.StudyRows;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.warehouse.release.Audience;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study group's tables as people read them. */
class StudySheetsTest {
  @TempDir Path warehouse;
  private List<StudySheet> sheets;
  private List<StudySheet> english;

  @BeforeEach
  void read() {
    try (var reader = SmallRelease.in(warehouse, StudyRows::insert).open(Audience.SECRETARIAT)) {
      sheets = reader.read(queries -> sheets(queries, StudyWords.JAPANESE));
      english = reader.read(queries -> sheets(queries, StudyWords.ENGLISH));
    }
  }

  private static List<StudySheet> sheets(DSLContext queries, StudyWords words) {
    var rounds = StudyRound.answered(queries);
    return StudySheets.of(queries, StudyRound.newest(rounds, LocalDate.of(2026, 12, 31)), words);
  }

  @Test
  void speakEnglishExceptInWhatRespondentsWereAskedAndCompaniesAreCalled() {
    assertThat(english).hasSameSizeAs(sheets);
    for (var sheet : english) {
      var words = new ArrayList<String>(List.of(sheet.name(), sheet.subject()));
      for (var table : sheet.tables()) {
        words.addAll(table.notes());
        words.add(table.source());
      }
      assertThat(words)
          .allMatch(text -> !text.matches(".*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}].*"));
    }
    assertThat(english.get(0).tables().get(0).head())
        .containsExactly("Slice", "Value", "Frame", "Accepted", "Response rate");
    assertThat(english.get(0).tables().get(0).title()).startsWith("Response rates (");
  }

  @Test
  void preferTheNewestRoundWhoseAnswersAreFinal() {
    var before = new StudyRound("R2026-03", LocalDate.of(2026, 3, 31), LocalDate.of(2026, 5, 14));
    var running = new StudyRound("R2026-09", LocalDate.of(2026, 9, 30), LocalDate.of(2026, 11, 14));
    var rounds = List.of(running, before);
    assertThat(StudyRound.newest(rounds, LocalDate.of(2026, 10, 20))).contains(before);
    assertThat(StudyRound.newest(rounds, LocalDate.of(2026, 11, 14))).contains(before);
    assertThat(StudyRound.newest(rounds, LocalDate.of(2026, 11, 15))).contains(running);
    assertThat(StudyRound.newest(List.of(running), LocalDate.of(2026, 10, 20))).contains(running);
  }

  private List<String> rows(String id, int table) {
    return sheets.stream()
        .filter(sheet -> sheet.id().equals(id))
        .findFirst()
        .orElseThrow()
        .tables()
        .get(table)
        .rows()
        .stream()
        .map(row -> String.join(" | ", row.stream().map(SheetCell::shown).toList()))
        .toList();
  }

  @Test
  void showWhoIsOpenBeforeThoseLateAndThoseWhoCorrected() {
    assertThat(rows("responses", 1))
        .containsExactly(
            "未提出 | ISS003 | =架空ひみつカード株式会社 | カード会社 | 10万枚以上100万枚以下 | 非加盟 | 0 | 2026-10-31 | 2026-11-14 | －",
            "差戻し | AGT001 | － | 電代業者 | － | 加盟 | 1 | 2026-10-31 | 2026-11-14 | －",
            "期限後に受理 | ISS002 | 架空みなとカード株式会社 | カード会社 | 不明 | － | 1 | 2026-10-31 | 2026-11-14 | －",
            "受理 | ISS001 | 架空あおぞらカード株式会社 | カード会社 | 10万枚以上100万枚以下 | 加盟 | 2 | 2026-10-31 | 2026-11-14 | =桁の誤り");
  }

  @Test
  void showFromWhereToWhereIssuersMovedAndTheChosenOnesApart() {
    assertThat(rows("transition", 0))
        .contains(
            "導入済み | 5 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 5",
            "導入予定 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2",
            "未提出 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 1",
            "計 | 7 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 8");
    assertThat(rows("transition", 1)).contains("計 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2");
  }

  @Test
  void showLiveThenYearsThenWhatIsOverdue() {
    assertThat(rows("planned", 0))
        .containsExactly(
            "導入済み（調査時点） | 5 | 5 | 62.5% | 50.0% | 100 | 100 | 50.0%",
            "2027年度（令和9年度）中の予定 | 2 | 7 | 87.5% | 70.0% | 50 | 150 | 75.0%",
            "予定超過 | 1 | － | － | － | 30 | － | －");
  }

  @Test
  void showCostsByBandAndTheTwoEndsPerAccount() {
    assertThat(rows("cost", 1))
        .containsExactly(
            "10万枚未満 | 導入予定 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1",
            "10万枚以上100万枚以下 | 導入済み | 0 | 0 | 2 | 0 | 0 | 0 | 1 | 3");
    assertThat(rows("cost", 2))
        .containsExactly(
            "運用の年間費用 | 全体 | 3 | 400 | 102,000,000円 | － | 255,000円 | －",
            "運用の年間費用 | 10万枚以上100万枚以下 | 2 | 300 | 2,000,000円 | 19,999,998円 | 6,666.7円 | 66,666.7円");
  }

  @Test
  void showIssuesSideBySideStagesAndConformity() {
    assertThat(rows("issues", 0)).containsExactly("費用負担 | 3 | 75.0% | 1 | 50.0%");
    assertThat(rows("issues", 1)).containsExactly("需要が見込めない | 1 | 25.0%");
    assertThat(rows("stages", 0))
        .containsExactly(
            "申入れ（協議前） | 1 | 4 | 100.0% | 1 | 1",
            "接続（スクレイピング併存・不明を含む） | 2 | 2 | 50.0% | 2 | 1", "カード会社が謝絶 | 1 | － | － | 1 | 1");
    assertThat(rows("stages", 1)).containsExactly("APIがない | 1 | 50.0%");
    assertThat(rows("guideline", 0))
        .containsExactly(
            "A6_02 データ表現形式 | 準拠 | 1 | 50.0% | 3 | 75.0%", " | 準拠していない | 1 | 50.0% | 1 | 25.0%");
  }

  @Test
  void areForTheSecretariatAlone() {
    assertThat(StudySheets.areFor(Audience.SECRETARIAT)).isTrue();
    assertThat(StudySheets.areFor(Audience.PUBLIC)).isFalse();
  }
}
