package jp.renkei.webapi;

import static jp.renkei.warehouse.jooq.gold.tables.Adoption.ADOPTION;
import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;
import static jp.renkei.warehouse.jooq.gold.tables.Milestone.MILESTONE;
import static jp.renkei.warehouse.jooq.silver.tables.Issuer.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of issuers on 31 March 2026 with one that merged away in 2025 (ISS013), one without a
 * figure of the newest round (ISS014) and one that begins later (ISS015).
 */
class IssuerListTest {
  private static final LocalDate EARLIER = LocalDate.of(2025, 9, 30);

  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void serve() {
    var warehouse =
        new SampleWarehouse(folder).release(1, IssuerListTest::insert).publish(1, "第2回検討会");
    server = new RunningServer(warehouse.store(), Audience.PUBLIC);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void insert(DSLContext queries) {
    issuer(queries, "ISS013", null, LocalDate.of(2025, 12, 31));
    issuer(queries, "ISS014", null, null);
    issuer(queries, "ISS015", LocalDate.of(2026, 4, 1), null);
    for (String id : List.of("ISS013", "ISS014")) {
      queries
          .insertInto(
              KPI_VALUE,
              KPI_VALUE.KPI_ID,
              KPI_VALUE.DEFINITION_VERSION,
              KPI_VALUE.ENTITY_LEVEL,
              KPI_VALUE.ISSUER_ID,
              KPI_VALUE.PERIOD_TYPE,
              KPI_VALUE.PERIOD_START,
              KPI_VALUE.PERIOD_END,
              KPI_VALUE.VALUE,
              KPI_VALUE.VALUE_STATE)
          .values(
              "api_connection_count",
              1L,
              "ISSUER",
              id,
              "POINT",
              EARLIER,
              EARLIER,
              98_765.0,
              "REPORTED")
          .execute();
    }
    queries
        .insertInto(ADOPTION, ADOPTION.ROUND_ID, ADOPTION.ISSUER_ID)
        .values("R2026-03", "ISS014")
        .execute();
    queries
        .insertInto(
            MILESTONE,
            MILESTONE.MILESTONE_ID,
            MILESTONE.TITLE_JA,
            MILESTONE.ISSUER_ID,
            MILESTONE.BASELINE_END,
            MILESTONE.STATUS)
        .values("M9", "取り止めた取組", "ISS014", LocalDate.of(2027, 3, 31), "CANCELLED")
        .execute();
  }

  private static void issuer(DSLContext queries, String id, LocalDate from, LocalDate to) {
    queries
        .insertInto(ISSUER, ISSUER.ISSUER_ID, ISSUER.NAME_JA, ISSUER.VALID_FROM, ISSUER.VALID_TO)
        .values(id, "架空試験" + id, from, to)
        .execute();
  }

  @Test
  void figuresOfAnEarlierRoundDoNotStandUnderTheNewestDate() {
    String page = server.get("/issuers").body();
    assertThat(page).contains("調査時点：2026年3月31日", "架空試験ISS014").doesNotContain("98,765");
    assertThat(server.get("/issuers/ISS014").body()).contains("98,765");
  }

  @Test
  void companyThatEndedStandsApartAndIsNotCounted() {
    String page = server.get("/issuers").body();
    assertThat(page).contains("12社中 12社を表示").doesNotContain("ISS015");
    int ended = page.indexOf("<h2>合併等により終了");
    assertThat(ended).isPositive();
    assertThat(page.indexOf("ISS013")).isGreaterThan(ended);
    assertThat(server.get("/issuers?name=ISS014").body()).doesNotContain("合併等により終了");
  }

  @Test
  void pageOfACompanyThatEndedStays() {
    var page = server.get("/issuers/ISS013");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("合併等により終了", "98,765");
  }

  @Test
  void whatIsNotKnownIsNotCalledUnanswered() {
    assertThat(server.get("/issuers?name=ISS014").body())
        .contains("title=\"値なし\"")
        .doesNotContain("title=\"無回答\"");
    assertThat(server.get("/issuers/ISS014").body())
        .contains("title=\"値なし\"")
        .doesNotContain("title=\"無回答\"")
        .doesNotContain("<td class=\"number\">－</td>");
  }

  @Test
  void cancelledMilestoneIsNotBeforeItsDay() {
    assertThat(server.get("/issuers/ISS014").body())
        .contains("取り止めた取組", "中止")
        .doesNotContain(">期限前<");
  }

  @Test
  void filterRenewsCountAndItsClearing() {
    String page = server.get("/issuers?name=ISS001").body();
    assertThat(page)
        .contains("hx-select-oob=\"#issuer-count:innerHTML,#issuer-clear:innerHTML\"")
        .containsPattern("<p id=\"issuer-count\" role=\"status\"[^>]*>12社中 1社を表示")
        .containsPattern("<span id=\"issuer-clear\"><a [^>]*href=\"/issuers\"");
    assertThat(server.get("/issuers").body()).contains("<span id=\"issuer-clear\"></span>");
  }
}
