package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a published release, as the public and as the secretariat see them. */
class PagesTest {
  @TempDir private static Path folder;
  private static RunningServer open;
  private static RunningServer secretariat;

  @BeforeAll
  static void serve() {
    var warehouse = new SampleWarehouse(folder).release(1).publish(1, "第2回検討会").release(2);
    open = new RunningServer(warehouse.store(), Audience.PUBLIC);
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    open.close();
    secretariat.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/issuers",
        "/issuers/ISS001",
        "/roadmap",
        "/policy",
        "/international",
        "/definitions",
        "/disclosure",
        "/releases",
        "/downloads",
        "/charts/api_adoption_rate",
        "/charts/scraping_share?issuer=ISS001"
      })
  void everyPageSaysWhatItShows(String path) {
    for (var server : List.of(open, secretariat)) {
      var answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).contains("架空データ", "時点", "2026年3月31日", "更新日", "出典");
      assertThat(answer.body()).doesNotContain("style=\"").contains("<main", "lang=\"ja\"");
      assertThat(HtmlTables.of(answer.body())).allSatisfy(HtmlTables.Table::requireEven);
      String english = server.get(path + (path.contains("?") ? "&" : "?") + "lang=en").body();
      assertThat(english).contains("lang=\"en\"", "Fictitious data", "Card issuers");
    }
  }

  @Test
  void overviewShowsValueBoundsCountsAndPreviousValue() {
    String page = open.get("/").body();

    assertThat(page)
        .contains("54.5%", "50.0% ～</span> <span class=\"nowrap\">58.3%", "6 / 11", "速報", "11社");
    assertThat(page).contains("27.3%").contains("80.0%（2028年3月31日）");
  }

  @Test
  void missingValueIsASignWithItsReasonAndZeroIsZero() {
    String page = open.get("/").body();

    String days = page.substring(page.indexOf("data-kpi=\"days_to_connect\""));
    assertThat(days.substring(0, 900)).contains("title=\"秘匿\"").contains(">x<span");
    String disclosure = page.substring(page.indexOf("data-kpi=\"policy_disclosure_rate\""));
    assertThat(disclosure.substring(0, 900)).contains("0.0%");
  }

  @Test
  void overviewSetsBesideAKpiWhatItsDefinitionNames() {
    String page = open.get("/").body();

    assertThat(card(page, "two_side_match_rate")).contains("うち締結済みとする組の一致率", "95.8%", "23 / 24");
    assertThat(card(page, "days_to_connect"))
        .containsSubsequence("未締結の申入れ", "41件", "うち90日未満", "12件", "うち90日以上180日以下", "0件")
        .containsSubsequence("うち180日超", "26件", "うち受付日不明", "3件");
    String chart = page.substring(page.indexOf("取得方法別の連携アカウント数"));
    assertThat(chart.substring(0, chart.indexOf("</figure>")))
        .contains("うちAPIとスクレイピングの併用", "54,321件", "（2026年3月31日）")
        .doesNotContain("7,654");
    assertThat(open.get("/?lang=en").body())
        .contains("Match rate of cells that a side calls signed", "of these over 180 days");
    assertThat(open.get("/definitions").body()).contains("<code>accounts_using_both</code>");
  }

  private static String card(String page, String kpiId) {
    String card = page.substring(page.indexOf("data-kpi=\"" + kpiId + "\""));
    return card.substring(0, card.indexOf("</li>"));
  }

  @Test
  void listShowsAccountsThatUseBothBesideThoseOfEachMethod() {
    assertThat(open.get("/issuers").body())
        .contains("連携アカウント数（併用）", "13,332件")
        .doesNotContain("3,333件");
    assertThat(secretariat.get("/issuers").body()).contains("3,333件");
    String page = open.get("/issuers?sort=accounts_both&order=desc").body();
    assertThat(page.indexOf("架空カード12")).isLessThan(page.indexOf("架空カード11"));
  }

  @Test
  void roadmapSumsUpSlipsForTheWholeAndByMeasure() {
    String page = open.get("/roadmap?measure=N1").body();
    String table = page.substring(page.indexOf("id=\"slips\""));
    table = table.substring(0, table.indexOf("</table>"));
    assertThat(table).contains("工程表の遅れ（平均）", "遅れの中央値", "前倒し", "未了", "中止");
    assertThat(row(table, "全体")).containsSubsequence("40.5日", "33日", "1件", "2件", "0件");
    assertThat(row(table, "各社の取組")).containsSubsequence("81日", "66日", "0件", "2件", "0件");
  }

  private static String row(String table, String name) {
    String row = table.substring(table.indexOf("<th scope=\"row\">" + name));
    return row.substring(0, row.indexOf("</tr>"));
  }

  @Test
  void companyWithoutConsentIsNowhereInPublic() {
    for (String path :
        List.of("/", "/issuers", "/roadmap", "/api/v1/kpi-values", "/downloads/kpi_value.csv")) {
      assertThat(open.get(path).body()).doesNotContain("ISS003").doesNotContain("架空カード03");
    }
    assertThat(open.get("/issuers/ISS003").statusCode()).isEqualTo(404);
    assertThat(secretariat.get("/issuers/ISS003").statusCode()).isEqualTo(200);
    assertThat(secretariat.get("/issuers").body()).contains("架空カード03株式会社");
  }

  @Test
  void onlySecretariatSeesBothSidesOfAConnection() {
    assertThat(secretariat.get("/issuers/ISS001").body())
        .contains("架空家計簿1株式会社", "121,300", "118,500", "不一致", "架空ゴールドカード");
    assertThat(open.get("/issuers/ISS001").body()).doesNotContain("121,300").doesNotContain("突合");
  }

  @Test
  void secretariatSeesTheNewestDraftMarkedAsSuch() {
    assertThat(secretariat.get("/").body()).contains("「案」", "第2版");
    assertThat(open.get("/").body()).doesNotContain("「案」").contains("第2回検討会");
  }

  @Test
  void releaseIsPinnedByNumber() {
    assertThat(secretariat.get("/?release=1").body()).contains("第1版").doesNotContain("「案」");
    assertThat(secretariat.get("/?release=1").body()).contains("/issuers?release=1");
    assertThat(open.get("/?release=2").statusCode()).isEqualTo(404);
    assertThat(open.get("/?release=x").statusCode()).isEqualTo(404);
  }

  @Test
  void listIsSortedAndFilteredWithoutScript() {
    String page = open.get("/issuers?sort=accounts_api&order=desc").body();
    assertThat(page.indexOf("架空カード12")).isLessThan(page.indexOf("架空カード11"));
    assertThat(page).contains("aria-sort=\"descending\"");
    String suppressedLast = open.get("/issuers?sort=scraping_share").body();
    assertThat(suppressedLast.indexOf("架空カード05")).isGreaterThan(suppressedLast.indexOf("架空カード01"));
    assertThat(open.get("/issuers?name=%E3%82%AB%E3%83%BC%E3%83%8907").body())
        .contains("架空カード07")
        .doesNotContain("架空カード08");
    assertThat(open.get("/issuers?sort=cost").statusCode()).isEqualTo(400);
  }

  @Test
  void roadmapShowsSlipRevisionsAndReasons() {
    String page = secretariat.get("/roadmap").body();
    assertThat(page)
        .contains("90日の遅れ", "10日早い", "期限前", "見込みでは91日遅れ", "90日の遅れ（未完了）", "委託先の切替えに時間を要するため");
    assertThat(secretariat.get("/roadmap?measure=N1").body())
        .contains("接続基準のひな形を公表する")
        .doesNotContain("参照系APIの提供を始める");
  }

  @Test
  void policyShowsBothDatesWhereSourcesDiffer() {
    assertThat(open.get("/policy").body())
        .contains("2019年4月", "2019年10月30日", "出所により日付が異なります", "内閣官房");
    // A month and a day of it contradict each other as little as one date stated twice.
    assertThat(open.get("/policy").body()).containsOnlyOnce("出所により日付が異なります");
  }

  @Test
  void policyShowsADateAndItsSourceOnce() {
    String page = open.get("/policy").body();
    String event = page.substring(page.indexOf("2025年12月17日"));
    event = event.substring(0, event.indexOf("</li>"));
    assertThat(event).containsOnlyOnce("一次資料");
    assertThat(page).containsOnlyOnce("2025年12月17日").contains("2018年4月11日", "2025年度");
    assertThat(open.get("/policy?lang=en").body()).contains("FY2025", "Primary text");
  }

  @Test
  void numbersAndDatesOfACardAreNotBroken() {
    assertThat(card(open.get("/").body(), "api_adoption_rate"))
        .contains("<dd class=\"nowrap\">6 / 11</dd>", "<span class=\"nowrap\">（2025年9月30日）</span>");
    assertThat(card(open.get("/").body(), "two_side_match_rate"))
        .contains("<span class=\"nowrap\">（23 / 24）</span>");
  }

  @Test
  void missingBoundIsSaidToBeUnknown() {
    assertThat(card(open.get("/").body(), "api_connection_count")).contains("下限不明 ～", "30組");
    assertThat(card(open.get("/?lang=en").body(), "api_connection_count"))
        .contains("lower bound unknown");
  }

  @Test
  void companiesAndMeasuresAreShownByName() {
    assertThat(open.get("/roadmap").body()).contains("担当：架空カード01株式会社");
    assertThat(secretariat.get("/roadmap").body()).containsPattern("<td>架空カード01株式会社\\s*</td>");
    assertThat(open.get("/issuers/ISS001").body()).contains("<td class=\"nowrap\">各社の取組</td>");
  }

  @Test
  void chartHasItsFiles() {
    assertThat(open.get("/charts/api_adoption_rate.csv").body()).contains("0.5454545454545454");
    assertThat(open.get("/charts/api_adoption_rate.json").body()).startsWith("{");
    assertThat(open.get("/charts/api_adoption_rate.svg").body()).contains("<svg");
    assertThat(open.bytes("/charts/api_adoption_rate.png").body()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(open.bytes("/charts/api_adoption_rate.xlsx").body()).startsWith('P', 'K');
    assertThat(open.get("/charts/api_adoption_rate.exe").statusCode()).isEqualTo(404);
    assertThat(open.get("/charts/no_such_kpi").statusCode()).isEqualTo(404);
  }

  @Test
  void filesOfAnIssuersChartAreNamedAfterIt() {
    var file = open.get("/charts/scraping_share.csv?issuer=ISS001");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"scraping_share-ISS001-release1.csv\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/issuers", "/issuers/ISS001", "/roadmap", "/policy", "/downloads"})
  void headingsLeaveOutNoLevel(String path) {
    var levels =
        Pattern.compile("<h([1-6])")
            .matcher(secretariat.get(path).body())
            .results()
            .map(found -> Integer.parseInt(found.group(1)))
            .toList();
    assertThat(levels.get(0)).isEqualTo(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).as(path + " " + levels).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
    assertThat(secretariat.get(path).body()).doesNotContain("class=\"scroll\" tabindex=\"0\">");
  }

  @Test
  void downloadsHoldWhatThePagesShow() {
    assertThat(open.bytes("/downloads/renkei.xlsx").body()).startsWith('P', 'K');
    byte[] csv = open.bytes("/downloads/kpi_value.csv").body();
    assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .contains("kpi_id,definition_version,", "SUPPRESSED")
        .containsPattern("days_to_connect,.*,x,x,x,.*,SUPPRESSED,");
  }

  @Test
  void interfaceFiltersAndRefusesUnknownFilters() {
    String values =
        open.get("/api/v1/kpi-values?kpi_id=scraping_share&level=ISSUER&issuer=ISS002").body();
    assertThat(values).contains("\"release\":1", "\"is_fictitious\":true", "ISS002");
    assertThat(values).doesNotContain("ISS001").doesNotContain("api_adoption_rate");
    var wrong = open.get("/api/v1/kpi-values?isuer=ISS002");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.headers().firstValue("Content-Type").orElseThrow()).contains("json");
  }

  @Test
  void unknownAddressesSayWhatToDoNext() {
    var page = open.get("/no/such/page");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("ページが見つかりません", "お探しください");
    var issuer = open.get("/issuers/NOBODY");
    assertThat(issuer.statusCode()).isEqualTo(404);
    assertThat(issuer.body()).contains("NOBODY", "同意していない会社は掲載していません");
  }
}
