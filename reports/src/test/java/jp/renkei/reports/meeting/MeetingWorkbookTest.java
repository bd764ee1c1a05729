package jp.renkei.reports.meeting;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.KpiRow;
import jp.renkei.reports.SmallRelease;
import jp.renkei.reports.StudyRows;
import jp.renkei.reports.figure.KpiProgresses;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingWorkbookTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/meeting-secretariat.txt");

  @TempDir Path warehouse;

  @Test
  void showsTheReleaseCellByCell() throws IOException {
    var bytes = bytes(SmallRelease.in(warehouse), Audience.SECRETARIAT);
    keepToLookAt(bytes);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      String dump = CellDump.of(workbook);
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(GOLDEN, dump);
      }
      assertThat(dump).isEqualTo(Files.readString(GOLDEN));
    }
  }

  @Test
  void showsWhatStandsBesideKpisOfTheWholeIndustryInTheNewestPeriod() throws IOException {
    assertThat(dump(SmallRelease.in(warehouse), Audience.PUBLIC))
        .contains(
            "うち締結済みとする組の一致率 | 全体 | #75.0% | #3 | #4 | 2026年9月30日",
            "うちAPIとスクレイピングの併用 | 全体 | #1,200件 | #1,200 | － | 2026年9月30日",
            "うち180日超 | 全体 | － | － | － | 2026年9月30日",
            "遅れの中央値 | 全体 | #77日 | － | #1 | 2026年10月20日",
            "未了 | スクレイピングの停止 | #1件 | #1 | － | 2026年10月20日 | 全体と同じ")
        .doesNotContain("#900", "うちAPIとスクレイピングの併用 | 全体 | #7件");
  }

  @Test
  void setsTheNewestFiguresBesideTheirTargets() throws IOException {
    var release = SmallRelease.in(warehouse, MeetingWorkbookTest::insertTarget);
    assertThat(dump(release, Audience.SECRETARIAT))
        .contains(
            "# 目標と達成状況",
            "スクレイピング比率（連携アカウント）［調査票］",
            "目標 | #2027-03-31 | #76.9% | #2026-03-31 | #20.0% | #48.9% | 2026年9月30日 | 確報 | #49.3%"
                + " | 期日前 | 到達見込みあり | 2027年4月 | 2027年1月 | 30年超 | 要説明：達成率が120%を超過");
    assertThat(dump(release, Audience.PUBLIC)).doesNotContain("目標と達成状況");
    assertThat(dump(SmallRelease.in(warehouse.resolve("other")), Audience.SECRETARIAT))
        .contains("この公表版に、目標と達成状況の記録はない。");
  }

  @Test
  void standsForAReleaseFromBeforeThereWereProgressFigures() throws IOException {
    var release =
        SmallRelease.in(
            warehouse, queries -> queries.execute("drop table if exists gold.kpi_progress"));
    assertThat(dump(release, Audience.SECRETARIAT)).contains("# 概況", "この公表版に、目標と達成状況の記録はない。");
  }

  private static void insertTarget(DSLContext queries) {
    if (!KpiProgresses.areIn(queries)) {
      return;
    }
    queries.execute(
        """
        insert into gold.kpi_progress (kpi_id, definition_version, comparability_group, basis, period_type, goal_kind, goal_on,
                                       goal_value, baseline_on, baseline_value, actual_start, actual_end, actual_value, actual_status,
                                       achievement, goal_state, explanation_reason, needs_explanation, forecast_state, forecast_on,
                                       forecast_earliest, forecast_points)
        values ('scraping_share', 1, 'g', 'SURVEY', 'POINT', 'TARGET', '2027-03-31', 0.2, '2026-03-31', 0.769, '2026-09-30', '2026-09-30',
                0.489, 'FINAL', 0.493, 'PENDING', 'OVERSHOOT', true, 'FORECAST', '2027-04-10', '2027-01-05', 5)""");
  }

  @Test
  void isTheSameByteByByteForTheSameRelease() throws IOException, InterruptedException {
    var release = SmallRelease.in(warehouse);
    var first = bytes(release, Audience.SECRETARIAT);
    // Longer than the two seconds in which a zip file counts time.
    Thread.sleep(2100);
    assertThat(bytes(release, Audience.SECRETARIAT)).isEqualTo(first);
  }

  @Test
  void namesNoCompanyThatThePublicMayNotSee() throws IOException {
    var release = SmallRelease.in(warehouse);
    assertThat(dump(release, Audience.SECRETARIAT)).contains("架空ひみつカード");
    assertThat(dump(release, Audience.PUBLIC)).contains("架空みなとカード").doesNotContain("架空ひみつカード");
  }

  @Test
  void holdsTheStudyGroupsTablesForTheSecretariatAlone() throws IOException {
    var release = SmallRelease.in(warehouse, StudyRows::insert);
    assertThat(dump(release, Audience.SECRETARIAT))
        .contains("# 回収状況", "# 表1 導入状況の推移", "# 表6 ガイドライン準拠", "表3 費用 | 費用区分×規模×導入状況");
    assertThat(dump(release, Audience.PUBLIC)).doesNotContain("表1", "回収状況");
  }

  @Test
  void setsTheCompanysOwnWordsOfTheRoundBesideItsFigures() throws IOException {
    assertThat(dump(SmallRelease.in(warehouse, StudyRows::insert), Audience.SECRETARIAT))
        .contains("スクレイピング比率（連携アカウント）（2026-10-05）：=<b>集計の途中</b>")
        .doesNotContain("前の回の話");
  }

  @Test
  void keepsWhatIssuersStateOnASheetOfItsOwnWithItsBasis() throws IOException {
    var release = SmallRelease.in(warehouse, MeetingWorkbookTest::insertStatedFigure);
    assertThat(dump(release, Audience.PUBLIC))
        .contains(
            "# 申告値",
            "ゲートウェイログ・調査票の指標とは数え方が異なり、比較も合算もできない。社名の公表に同意した会社のみ。",
            "架空みなとカード株式会社 | 2026年8月 | cdr_within_threshold_rate",
            "#950 | #1,000 | 速報 | CDR形式の申告値");
    assertThat(dump(SmallRelease.in(warehouse.resolve("without")), Audience.PUBLIC))
        .doesNotContain("# 申告値");
  }

  private static void insertStatedFigure(DSLContext queries) {
    var row =
        KpiRow.point(queries, "cdr_within_threshold_rate", java.time.LocalDate.of(2026, 8, 1));
    row.setEntityLevel("ISSUER");
    row.setIssuerId("ISS002");
    row.setPeriodType("MONTH");
    row.setNumerator(950L);
    row.setDenominator(1_000L);
    row.setValue(0.95);
    row.setBasis("CDR_METRICS");
    queries.insertInto(KPI_VALUE).set(row).execute();
  }

  @Test
  void tellsChangesApartAndOnlyThoseSinceTheReleaseThatTheReaderMayHave() throws IOException {
    var before = SmallRelease.in(warehouse, 1, MeetingWorkbookTest::insertTwins);
    var after =
        SmallRelease.in(
            warehouse,
            2,
            queries -> {
              insertTwins(queries);
              queries.execute(
                  "update gold.kpi_value set value = 0.9 where kpi_id = 'two_side_match_rate'");
              queries.execute(
                  "update gold.kpi_value set numerator = null, denominator = null, value = null,"
                      + " value_state = 'SUPPRESSED' where kpi_id = 'api_adoption_rate'"
                      + " and period_start = '2026-03-31'");
            });
    String sheet = dump(after, Optional.of(before), Audience.SECRETARIAT);
    assertThat(sheet)
        .contains(
            "両者一致率 | 架空みなとカード株式会社 | － | 全体 | 調査票 | 2026年9月30日 | #50.0% | #90.0%",
            "両者一致率 | 架空みなとカード株式会社 | － | 全体 | 調査票（今日のカード会社による） | 2026年9月30日 | #50.0% | #90.0%",
            "両者一致率［定義第2版］ | 架空みなとカード株式会社 | － | 全体 | 調査票 | 2026年9月30日",
            "API導入率（社数） | － | － | 全体 | 調査票 | 2026年3月31日 | #33.3% | x");
    assertThat(dump(after, Audience.SECRETARIAT))
        .contains("比べる公表版はない")
        .doesNotContain("公表版 第1版と比べた");
  }

  /** One figure by two definitions, and by the issuers of the period and of today. */
  private static void insertTwins(DSLContext queries) {
    queries.execute(
        "insert into gold.kpi_definition select * replace (2 as definition_version)"
            + " from gold.kpi_definition where kpi_id = 'two_side_match_rate'");
    for (var twin : List.of("1 THEN", "1 NOW", "2 THEN")) {
      var row = KpiRow.point(queries, "two_side_match_rate", java.time.LocalDate.of(2026, 9, 30));
      row.setDefinitionVersion(Long.valueOf(twin.substring(0, 1)));
      row.setIssuerBasis(twin.substring(2));
      row.setEntityLevel("ISSUER");
      row.setIssuerId("ISS002");
      row.setValue(0.5);
      queries.insertInto(KPI_VALUE).set(row).execute();
    }
  }

  @Test
  void holdsNoFormulaEvenWhereATextBeginsLikeOne() throws IOException {
    var bytes = bytes(SmallRelease.in(warehouse), Audience.SECRETARIAT);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      var types = new java.util.HashSet<CellType>();
      workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(c -> types.add(c.getCellType()))));
      assertThat(types)
          .contains(CellType.STRING, CellType.NUMERIC)
          .doesNotContain(CellType.FORMULA);
      assertThat(CellDump.of(workbook)).contains("=架空ひみつカード株式会社");
    }
  }

  @Test
  void printsOnA4LandscapeAsWideAsOnePageAndSaysThatItIsADraftOfFictitiousData()
      throws IOException {
    var bytes = bytes(SmallRelease.in(warehouse), Audience.PUBLIC);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        var sheet = workbook.getSheetAt(i);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        assertThat(sheet.getHeader().getRight()).isEqualTo("案・架空データ");
        assertThat(sheet.getFooter().getLeft()).contains("2026年10月20日");
      }
      assertThat(workbook.getSheet("推移").getDrawingPatriarch().getCharts()).hasSizeGreaterThan(4);
    }
  }

  @Test
  void saysOnEveryPageThatItIsForTheSecretariatOnly() throws IOException {
    var release = SmallRelease.in(warehouse);
    assertThat(dump(release, Audience.SECRETARIAT)).contains("【事務局限り】社名の公表に同意していない会社を含む。");
    assertThat(dump(release, Audience.PUBLIC)).doesNotContain("事務局限り");
    try (var workbook =
        new XSSFWorkbook(new ByteArrayInputStream(bytes(release, Audience.SECRETARIAT)))) {
      assertThat(workbook)
          .allSatisfy(sheet -> assertThat(sheet.getHeader().getRight()).isEqualTo("事務局限り・案・架空データ"));
    }
  }

  private static String dump(Release release, Audience audience) throws IOException {
    return dump(release, Optional.empty(), audience);
  }

  private static String dump(Release release, Optional<Release> before, Audience audience)
      throws IOException {
    try (var workbook =
        new XSSFWorkbook(new ByteArrayInputStream(bytes(release, before, audience)))) {
      return CellDump.of(workbook);
    }
  }

  private static byte[] bytes(Release release, Audience audience) throws IOException {
    return bytes(release, Optional.empty(), audience);
  }

  private static byte[] bytes(Release release, Optional<Release> before, Audience audience)
      throws IOException {
    var out = new ByteArrayOutputStream();
    MeetingWorkbook.write(release, before, audience, out);
    return out.toByteArray();
  }

  private static void keepToLookAt(byte[] bytes) throws IOException {
    var folder = Files.createDirectories(Path.of("target/looks"));
    Files.write(folder.resolve("meeting.xlsx"), bytes);
  }
}
