package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody and the secretariat see of the lives of releases. */
class ReleasePagesTest {
  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(AT);
  private SampleWarehouse warehouse;
  private RunningServer server;

  @BeforeEach
  void serve() {
    warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1)
            .release(
                2,
                queries ->
                    queries.execute(
                        "update gold.kpi_value set value = 0.77 where kpi_id = 'contract_rate'"
                            + " and entity_level = 'ALL' and slice is null"))
            .publish(1, "第1回検討会");
    server =
        new RunningServer(
            warehouse.store(),
            Audience.PUBLIC,
            new WebPlaces(
                folder.resolve("landing"),
                SampleUsers.write(folder),
                List.of(),
                List.of("no-such-command")),
            new SetClock(now));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private VisitorClient as(String name) {
    return VisitorClient.signedIn(server, name, SampleUsers.PASSWORD);
  }

  private void decide(int id, ReleaseDecision decision) {
    var store = warehouse.store();
    store.record(id, store.find(id).orElseThrow().life().after(decision));
  }

  @Test
  void anEmbargoEndsWithoutARestart() {
    var until = AT.plus(Duration.ofHours(1));
    warehouse.publish(2, "第2回検討会", AT, until);
    decide(1, ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT, 2));
    assertThat(server.get("/").body()).contains("第1回検討会").doesNotContain("第2回検討会");
    assertThat(server.get("/?release=2").statusCode()).isEqualTo(404);
    assertThat(server.get("/releases/changes.csv?before=1&after=2").statusCode()).isEqualTo(404);
    assertThat(server.get("/releases").body())
        .contains("第1回検討会", "tag-good")
        .doesNotContain("第2回検討会")
        .doesNotContain("解禁")
        .doesNotContain("差替え済み");
    assertThat(as("clerk").get("/releases").body()).contains("第2回検討会", "解禁 2026-06-01 10:00（日本時間）");
    now.set(until);
    assertThat(server.get("/").body()).contains("第2回検討会");
    assertThat(server.get("/?release=1").body()).contains("差替え済み");
    assertThat(server.get("/releases").body()).contains("第2回検討会", "差替え済み");
  }

  @Test
  void aWithdrawnReleaseSaysWhyAndTheOneBeforeStandsAgain() {
    warehouse.publish(2, "第2回検討会", AT.minusSeconds(60), AT.minusSeconds(60));
    decide(1, ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT.minusSeconds(60), 2));
    assertThat(server.get("/").body()).contains("第2回検討会");
    decide(2, ReleaseDecision.withdraw("事務局", AT, "集計範囲の誤り"));
    decide(1, ReleaseDecision.following(Kind.RESTORE, "事務局", AT, 2));
    assertThat(server.get("/").body()).contains("第1回検討会");
    var gone = server.get("/?release=2");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("公表取りやめ", "第2版は公表を取りやめました。理由：集計範囲の誤り");
    assertThat(server.get("/releases").body())
        .contains("公表取りやめ", "公表を取りやめました。理由：集計範囲の誤り")
        .doesNotContain("href=\"/?release=2\"");
    assertThat(server.get("/releases?lang=en").body()).contains("Withdrawn. Reason: 集計範囲の誤り");
    decide(1, ReleaseDecision.withdraw("事務局", AT.plusSeconds(10), "別の誤り"));
    assertThat(server.get("/").statusCode()).isEqualTo(410);
    assertThat(server.get("/").body()).contains("別の誤り").doesNotContain("表示できる公表版がまだありません");
  }

  @Test
  void whatNobodySawIsNotSaidToBeWithdrawn() {
    warehouse.publish(2, "第2回検討会", AT, AT.plusSeconds(3_600));
    decide(2, ReleaseDecision.withdraw("事務局", AT.plusSeconds(60), "集計範囲の誤り"));
    now.set(AT.plusSeconds(7_200));
    assertThat(server.get("/?release=2").statusCode()).isEqualTo(404);
    assertThat(server.get("/releases").body()).doesNotContain("集計範囲の誤り");
  }

  @Test
  void changesAreShownAndSaved() {
    warehouse.publish(2, "第2回検討会", AT, AT);
    String page = server.get("/releases/changes?before=1&after=2").body();
    assertThat(page).contains("数値の変更", "契約締結率", "77.0%", "ポイント", "動いた値");
    assertThat(HtmlTables.of(page)).isNotEmpty().allSatisfy(HtmlTables.Table::requireEven);
    assertThat(server.get("/releases/changes?before=1&after=2&lang=en").body())
        .contains("Contract rate", "points");
    var csv = server.get("/releases/changes.csv?before=1&after=2");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .contains("changes-release1-release2.csv");
    assertThat(csv.body())
        .startsWith("\uFEFFchange,table,id,")
        .contains("MOVED,gold.kpi_value,contract_rate");
    assertThat(server.get("/releases/changes?before=2&after=2").body()).contains("同じ版です");
    assertThat(server.get("/releases/changes?before=9&after=2").statusCode()).isEqualTo(404);
  }

  @Test
  void changesOfOneFigureAreToldApartBySuppressionBasisVersionAndName() {
    warehouse.release(3, ReleasePagesTest::twins);
    warehouse.release(
        4,
        queries -> {
          twins(queries);
          queries.execute(
              "update gold.kpi_value set value = 0.66 where kpi_id = 'two_side_match_rate'"
                  + " and issuer_id = 'ISS001'");
          queries.execute(
              "update gold.kpi_value set numerator = null, denominator = null, value = null,"
                  + " value_state = 'SUPPRESSED' where kpi_id = 'contract_rate'"
                  + " and entity_level = 'ALL' and slice is null");
        });
    var clerk = as("clerk");
    String page = clerk.get("/releases/changes?before=3&after=4").body();
    assertThat(page)
        .contains("<td class=\"number nowrap\">x</td>", "［定義第2版］", "（今日のカード会社による）")
        .doesNotContain("<td>ISS001</td>");
    assertThat(page).containsPattern("<td[^>]*>架空[^<]+</td>");
    assertThat(HtmlTables.of(page)).isNotEmpty().allSatisfy(HtmlTables.Table::requireEven);
    assertThat(clerk.get("/releases/changes?before=3&after=4&lang=en").body())
        .contains("[definition version 2]", "today");
    assertThat(clerk.get("/releases/changes.csv?before=3&after=4").body())
        .containsPattern("contract_rate,1,.*SUPPRESSED,x,x,x,x,x,");
  }

  private static void twins(DSLContext queries) {
    for (String twin : List.of("1, 'THEN'", "1, 'NOW'", "2, 'THEN'")) {
      queries.execute(
          """
          insert into gold.kpi_value (definition_version, issuer_basis, kpi_id, entity_level, issuer_id, period_type,
                                      period_start, period_end, value, value_state, basis, status)
          values (%s, 'two_side_match_rate', 'ISSUER', 'ISS001', 'POINT', '2020-03-31', '2020-03-31', 0.5, 'REPORTED',
                  'SURVEY', 'FINAL')"""
              .formatted(twin));
    }
  }

  /** The workbook tells values of the release before, which is not always for its reader. */
  @Test
  void theWorkbookComparesWithWhatItsReaderMayHaveNow() throws IOException {
    var until = AT.plus(Duration.ofHours(1));
    warehouse
        .release(3, Optional.of(2), queries -> {})
        .publish(2, "第2回検討会", AT.minusSeconds(60), until)
        .publish(3, "第2回検討会・訂正", AT, AT);
    decide(2, ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT, 3));
    String file = "/downloads/renkei.xlsx?release=3";
    assertThat(changesSheet(server.bytes(file).body()))
        .contains("比べる公表版はない")
        .doesNotContain("77.0%");
    assertThat(changesSheet(as("clerk").bytes(file).body())).contains("第2版と比べた", "77.0%");
    now.set(until);
    assertThat(changesSheet(server.bytes(file).body())).contains("第2版と比べた", "77.0%");
    decide(2, ReleaseDecision.withdraw("事務局", until, "集計範囲の誤り"));
    assertThat(changesSheet(server.bytes(file).body()))
        .contains("比べる公表版はない")
        .doesNotContain("77.0%");
  }

  private static String changesSheet(byte[] file) throws IOException {
    var text = new StringBuilder();
    var shown = new DataFormatter(Locale.ROOT);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (var row : workbook.getSheet("数値の変更")) {
        row.forEach(cell -> text.append(shown.formatCellValue(cell)).append('\n'));
      }
    }
    return text.toString();
  }

  @Test
  void onlyTheSecretariatDecidesAndReadsWhoDecided() {
    String open = server.get("/releases").body();
    assertThat(open).doesNotContain("決定の経緯").doesNotContain("/publish");
    assertThat(as("shirakaba").get("/releases").body()).doesNotContain("/publish");
    var clerk = as("clerk");
    assertThat(clerk.get("/releases").body())
        .contains("決定の経緯", "/releases/2/publish", "/releases/2/review", "/releases/1/withdraw");
    var respondent = as("shirakaba");
    assertThat(
            respondent
                .post(
                    "/releases/2/publish",
                    Map.of("token", respondent.token("/releases"), "label", "第2回"))
                .statusCode())
        .isEqualTo(403);
    assertThat(clerk.post("/releases/2/publish", Map.of("label", "第2回")).statusCode())
        .isEqualTo(403);
    assertThat(
            server
                .form("/releases/2/publish", "label=x", "Origin", "http://elsewhere.example")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void twoPersonsAreAskedForWhereTheRulesSaySo() throws Exception {
    Files.writeString(folder.resolve("warehouse.release-rules.yaml"), "two_person_rule: true\n");
    assertThat(as("clerk").get("/releases").body())
        .contains("公表の前に別の人の確認が要ります")
        .doesNotContain("action=\"/releases/2/publish\"");
    decide(2, ReleaseDecision.review("clerk", AT));
    assertThat(as("clerk").get("/releases").body())
        .contains("確認したのはあなたです")
        .doesNotContain("action=\"/releases/2/publish\"");
    assertThat(as("keeper").get("/releases").body()).contains("action=\"/releases/2/publish\"");
  }

  /** A release of before a table and a column were added. */
  @Test
  void pagesSayWhatAnOlderReleaseHasNot() {
    warehouse.release(
        3,
        queries -> {
          queries.execute("drop table if exists gold.kpi_supplement");
          queries.execute("drop table if exists gold.data_quality");
          queries.execute("alter table gold.kpi_value drop column value_low");
        });
    var earlier = AT.minus(Duration.ofDays(300));
    warehouse.publish(3, "むかしの検討会", earlier, earlier);
    for (String path :
        List.of(
            "/",
            "/issuers",
            "/issuers/ISS001",
            "/roadmap",
            "/definitions",
            "/international",
            "/policy",
            "/releases",
            "/downloads")) {
      var page = server.get(path + "?release=3");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).contains("この公表版にはありません", "gold.kpi_value.value_low");
      assertThat(server.get(path).body()).doesNotContain("gold.kpi_value.value_low");
    }
    var clerk = as("clerk");
    assertThat(clerk.get("/quality?release=3").body()).contains("gold.data_quality");
    assertThat(clerk.bytes("/downloads/renkei.xlsx?release=3").statusCode()).isEqualTo(200);
    assertThat(clerk.get("/releases/changes?before=3&after=1").statusCode()).isEqualTo(200);
  }
}
