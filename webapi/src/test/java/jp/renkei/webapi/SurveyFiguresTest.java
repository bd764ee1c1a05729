package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study group's tables, the tabulations, and what companies say of their figures. */
class SurveyFiguresTest {
  @TempDir private static Path folder;
  private static RunningServer open;
  private static RunningServer secretariat;

  @BeforeAll
  static void serve() {
    var warehouse =
        new SampleWarehouse(folder).release(1, SurveyFiguresTest::insert).publish(1, "第2回検討会");
    open = new RunningServer(warehouse.store(), Audience.PUBLIC);
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    open.close();
    secretariat.close();
  }

  private static void insert(DSLContext queries) {
    queries.execute(
        "insert into gold.kpi_comment (kpi_id, definition_version, entity_level, issuer_id,"
            + " period_type, period_start, period_end, basis, side, comment, stated_on)"
            + " values ('scraping_share', 1, 'ISSUER', 'ISS001', 'POINT', '2026-03-31',"
            + " '2026-03-31', 'SURVEY', 'ISSUER', '=<b>集計の途中</b>', '2026-05-02')");
    boolean isSecretariats =
        queries
                .fetchOne(
                    "select count(*) from duckdb_tables() where table_name = 'issue_comparison'")
                .get(0, Long.class)
            > 0;
    if (isSecretariats) {
      queries.execute(
          "insert into gold.response_status (round_id, respondent_id, side, is_in_frame, state)"
              + " values ('R2026-03', 'ISS001', 'ISSUER', true, 'ACCEPTED')");
      queries.execute(
          "insert into gold.issue_comparison values"
              + " ('R2026-03', 'ISSUE', 'COST', 1, '<i>費用負担</i>', 3, 4, 1, 2)");
    }
  }

  @Test
  void tablesAreShownToTheSecretariatAloneAndTheirTextsStayText() {
    var page = secretariat.get("/surveys/tables");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("表1 導入状況の推移", "表6 ガイドライン準拠", "回収状況", "75.0%", "&lt;i&gt;費用負担&lt;/i&gt;")
        .doesNotContain("<i>費用負担");
    assertThat(open.get("/surveys/tables").statusCode()).isEqualTo(404);
  }

  /** Japanese on an English page is what was asked, or a name, and says that it is Japanese. */
  @Test
  void tablesSpeakEnglishOnAnEnglishPageAndMarkWhatCannot() {
    String page = secretariat.get("/surveys/tables?lang=en").body();
    assertThat(page)
        .contains("Table 1 Transition of adoption", "Response rates (R2026-03", "Card issuers")
        .contains("<td lang=\"ja\">&lt;i&gt;費用負担&lt;/i&gt;</td>");
    String content = page.substring(page.indexOf("<h2 id="), page.indexOf("</main>"));
    assertThat(content.lines())
        .allMatch(
            line ->
                !line.replaceAll("<(\\w+) lang=\"ja\"[^>]*>.*?</\\1>", "")
                    .matches(".*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}].*"));
  }

  @Test
  void readerChoosesTheRound() {
    assertThat(secretariat.get("/surveys/tables?round=R2026-03").body())
        .contains(
            "<option value=\"R2026-03\" selected", "/downloads/tabulations.xlsx?round=R2026-03");
    assertThat(secretariat.get("/surveys/tables?round=R1999-01").statusCode()).isEqualTo(404);
    assertThat(
            secretariat
                .bytes("/downloads/tabulations.xlsx?round=R2026-03")
                .headers()
                .firstValue("Content-Disposition"))
        .contains("attachment; filename=\"tabulations-R2026-03-release1-secretariat.xlsx\"");
  }

  @Test
  void tabulationsAreTheSecretariatsAlone() {
    assertThat(secretariat.get("/downloads").body())
        .contains("/downloads/tabulations.xlsx", "/surveys/tables");
    var file = secretariat.bytes("/downloads/tabulations.xlsx");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"tabulations-release1-secretariat.xlsx\"");
    assertThat(open.get("/downloads").body()).doesNotContain("tabulations", "/surveys/tables");
    assertThat(open.get("/downloads/tabulations.xlsx").statusCode()).isEqualTo(404);
  }

  @Test
  void commentStandsBesideTheCompanysFigureAsText() {
    assertThat(open.get("/issuers/ISS001").body())
        .contains("会社のコメント", "=&lt;b&gt;集計の途中&lt;/b&gt;", "2026年5月2日")
        .doesNotContain("<b>集計の途中");
    assertThat(open.get("/issuers/ISS002").body()).doesNotContain("会社のコメント");
  }

  @Test
  void commentStandsInTheRowOfTheFigureAndIsNoFormula() {
    assertThat(open.get("/downloads/kpi_value.csv").body().lines())
        .filteredOn(line -> line.contains("集計の途中"))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("scraping_share,1,ISSUER,ISS001,"))
        .allMatch(line -> line.endsWith(",'=<b>集計の途中</b>,"));
  }
}
