package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser: charts start, nothing is blocked, nothing is cut off. */
class BrowserIT {
  @TempDir private static Path folder;
  private static RunningServer server;
  private static Playwright playwright;
  private static Browser browser;

  /** The releases that the browser is shown. */
  private static ReleaseStore releases() {
    return new SampleWarehouse(folder).release(1).publish(1, "第2回検討会").store();
  }

  @BeforeAll
  static void start() {
    var chromium = Path.of(System.getProperty("renkei.chromium", "/usr/bin/chromium"));
    assertThat(Files.isExecutable(chromium))
        .as(
            "Cannot test in a browser: there is no %s. Install Chromium (Debian: apt-get install"
                + " chromium) or name it with -Drenkei.chromium=PATH.",
            chromium)
        .isTrue();
    server = new RunningServer(releases(), Audience.SECRETARIAT);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
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
      page.locator("#name").fill("カード07");
      page.locator("form button").click();
      page.waitForURL("**/issuers?name=*");
      page.waitForFunction("document.querySelectorAll('#issuer-list tbody tr').length === 1");
      assertThat(page.locator("tbody th").first().textContent()).contains("架空カード07");
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
              "/releases",
              "/downloads")) {
        page.navigate(server.address(path));
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).as(path).isLessThanOrEqualTo(375);
      }
    }
  }
}
