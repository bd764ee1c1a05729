package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseStore;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: charts start, nothing is blocked, nothing is cut off. */
class BrowserIT {
  private static RunningServer server;
  private static Chromium chromium;
  private static Browser browser;

  /** What the default sample world comes to, as the tests of jobs leave it. */
  private static ReleaseStore releases() {
    var warehouse = Path.of("../target/sample-world/warehouse");
    assertThat(warehouse.resolve("releases/1/manifest.yaml"))
        .as(
            "Cannot test the pages on the sample world: run './renkei test', or first"
                + " './mvnw verify -pl jobs -am'.")
        .exists();
    return new ReleaseStore(warehouse);
  }

  /** The newest value of a KPI by the golden file of jobs, without a slice. */
  private static double golden(String kpi, String level) throws IOException {
    Path file = Path.of("../jobs/src/test/resources/golden/kpi-values.csv");
    var lines = Files.readAllLines(file);
    var columns = List.of(lines.get(0).split(","));
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(row -> row[columns.indexOf("kpi_id")].equals(kpi))
        .filter(row -> row[columns.indexOf("entity_level")].equals(level))
        .filter(row -> row[columns.indexOf("slice")].isEmpty())
        .max(Comparator.comparing(row -> row[columns.indexOf("period_start")]))
        .map(row -> Double.parseDouble(row[columns.indexOf("value")]))
        .orElseThrow();
  }

  @Test
  void overviewAndIssuerPageShowTheExpectedFigures() throws IOException {
    try (Page page = browser.newPage()) {
      page.navigate(server.address("/"));
      for (String kpi : List.of("api_adoption_rate", "contract_rate", "scraping_share")) {
        assertThat(page.locator("[data-kpi='" + kpi + "'] .value").textContent())
            .as(kpi)
            .contains(percent(golden(kpi, "ALL")));
      }
      assertThat(page.locator("[data-kpi='api_connection_count'] .value").textContent())
          .contains("%,d".formatted((long) golden("api_connection_count", "ALL")));
      page.navigate(server.address("/issuers/ISS001"));
      assertThat(page.locator("h1").textContent()).isEqualTo("架空しらかばカード");
      assertThat(page.locator("main").textContent())
          .contains(percent(golden("scraping_share", "ISSUER")))
          .contains(percent(golden("contract_rate", "ISSUER")));
    }
  }

  @Test
  void workbookSaysOfEachCompanyWhatTheListSays() throws IOException {
    var inWorkbook = companiesOfTheWorkbook();
    try (Page page = browser.newPage()) {
      page.navigate(server.address("/issuers"));
      var rows = page.locator("#issuer-list tbody tr:has(th)").all();
      assertThat(rows).hasSizeGreaterThan(30);
      for (var row : rows) {
        String name = row.locator("th a").textContent().strip();
        // What stands behind a missing value in words is not in the workbook.
        var figures =
            row.locator("td.number").allTextContents().stream()
                .map(text -> text.strip().replaceFirst("（.*", ""))
                .toList();
        assertThat(inWorkbook.get(name)).as(name).isEqualTo(figures);
      }
    }
  }

  /** Company to its figures as Excel shows them. */
  private static Map<String, List<String>> companiesOfTheWorkbook() throws IOException {
    var companies = new HashMap<String, List<String>>();
    var formatter = new DataFormatter(Locale.ROOT);
    byte[] file = server.bytes("/downloads/renkei.xlsx").body();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (var row : workbook.getSheet("カード会社別")) {
        if (row.getLastCellNum() > 3) {
          var cells = new ArrayList<String>();
          row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
          // The last column is what the company says of its figures.
          companies.put(
              cells.get(1).replace("（社名公表の同意なし）", ""), cells.subList(3, cells.size() - 1));
        }
      }
    }
    return companies;
  }

  private static String percent(double ratio) {
    return BigDecimal.valueOf(ratio * 100).setScale(1, RoundingMode.HALF_UP).toString();
  }

  @BeforeAll
  static void start() {
    server = new RunningServer(releases(), Audience.SECRETARIAT);
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void chartsStartAndNothingIsBlocked() {
    var complaints = new ArrayList<String>();
    try (Page page = browser.newPage()) {
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.navigate(server.address("/"));
      page.waitForSelector(".plot canvas");
      assertThat(page.locator(".plot canvas").count()).isEqualTo(page.locator(".plot").count());
      assertThat(page.locator("h1").textContent()).isEqualTo("概況");
      page.locator("nav a[href='/issuers']").click();
      page.locator("tbody th a").first().click();
      page.waitForSelector(".plot canvas");
      assertThat(page.locator("nav a[aria-current='page']").textContent()).isEqualTo("カード会社一覧");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void listIsFilteredInPlace() {
    try (Page page = browser.newPage()) {
      page.navigate(server.address("/issuers"));
      page.locator("#name").fill("カード021");
      page.locator("form button").click();
      page.waitForURL("**/issuers?name=*");
      // Not by a script of the test's own: the pages' security policy forbids it.
      PlaywrightAssertions.assertThat(page.locator("#issuer-list tbody tr:has(th)")).hasCount(1);
      assertThat(page.locator("tbody th").first().textContent()).contains("架空しらかばカード021");
      PlaywrightAssertions.assertThat(page.locator("#issuer-count")).containsText("1社を表示");
      page.locator("#issuer-clear a").click();
      PlaywrightAssertions.assertThat(page.locator("#name")).hasValue("");
      PlaywrightAssertions.assertThat(page.locator("#issuer-clear a")).hasCount(0);
    }
  }

  @Test
  void nothingIsCutOffOnATelephone() {
    try (Page page = browser.newPage()) {
      page.setViewportSize(375, 800);
      for (String path :
          List.of(
              "/",
              "/issuers",
              "/issuers/ISS001",
              "/roadmap",
              "/policy",
              "/definitions",
              "/disclosure",
              "/surveys",
              "/releases",
              "/downloads")) {
        page.navigate(server.address(path));
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).as(path).isLessThanOrEqualTo(375);
      }
    }
  }

  @Test
  void noColumnOfTextIsSqueezedOnATelephone() {
    try (Page page = browser.newPage()) {
      page.setViewportSize(390, 800);
      for (String path :
          List.of("/issuers", "/issuers/ISS001", "/roadmap", "/policy", "/releases")) {
        page.navigate(server.address(path));
        var narrow =
            page.evaluate(
                "[...document.querySelectorAll('td:not(.number)')]"
                    + ".filter(cell => cell.offsetParent && cell.textContent.trim().length > 8)"
                    + ".filter(cell => cell.clientWidth < (cell.matches('.long') ? 200 : 90)).map(cell => cell.textContent)");
        assertThat((List<?>) narrow).as(path).isEmpty();
        assertThat(page.evaluate("document.querySelector('.nav ul').scrollWidth"))
            .as("navigation, which nothing says can be scrolled")
            .isEqualTo(page.evaluate("document.querySelector('.nav ul').clientWidth"));
      }
    }
  }

  @Test
  void noNumberOrDateOfACardIsBroken() {
    try (Page page = browser.newPage()) {
      for (int width : List.of(1280, 390)) {
        page.setViewportSize(width, 800);
        for (String path : List.of("/", "/?lang=en")) {
          page.navigate(server.address(path));
          var broken =
              page.evaluate(
                  "[...document.querySelectorAll('.card .value, .card .nowrap')].filter(one => {"
                      + " const range = document.createRange(); range.selectNodeContents(one);"
                      + " const lines = new Set([...range.getClientRects()]"
                      + ".filter(r => r.width > 1).map(r => Math.round(r.bottom / 8)));"
                      + " const end = one.closest('.card').getBoundingClientRect().right;"
                      + " return lines.size > 1 || one.getBoundingClientRect().right > end;"
                      + "}).map(one => one.textContent)");
          assertThat((List<?>) broken).as(path + " " + width).isEmpty();
        }
      }
      assertThat(page.locator(".card .nowrap").count()).isGreaterThan(50);
    }
  }
}
