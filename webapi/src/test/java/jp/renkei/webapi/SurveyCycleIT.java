package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The survey cycle as people live it: in a browser, with Excel files. */
class SurveyCycleIT {
  @TempDir private static Path folder;
  private static SurveyWorld world;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    world = new SurveyWorld(folder);
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (world != null) {
      world.close();
    }
  }

  private static BrowserContext context(boolean hasScripts) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setAcceptDownloads(true)
                .setJavaScriptEnabled(hasScripts));
  }

  private static Page signedIn(BrowserContext context, String name) {
    var page = context.newPage();
    page.navigate(world.server().address("/sign-in"));
    page.getByLabel("利用者名").fill(name);
    page.getByLabel("パスワード").fill(SampleUsers.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForSelector(".who");
    return page;
  }

  /** The form that a page offers for the newest round. */
  private static Path downloaded(Page page) {
    Download download =
        page.waitForDownload(() -> page.locator("a:has-text('様式')").first().click());
    assertThat(download.suggestedFilename()).startsWith("調査票").endsWith(".xlsx");
    Path file = folder.resolve(Instant.now().toEpochMilli() + download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  /** The form with something typed into a question's answer. */
  private static Path filled(Path form, String question, String typed) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook(Files.newInputStream(form))) {
      var place =
          new CellReference(
              workbook.getName("answer_" + question).getRefersToFormula().replaceFirst(":.*", ""));
      var cell =
          workbook.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
      if (typed.matches("[0-9]+")) {
        cell.setCellValue(Double.parseDouble(typed));
      } else {
        cell.setCellValue(typed);
      }
      workbook.write(bytes);
    }
    return Files.write(
        form.resolveSibling(question + "-" + form.getFileName()), bytes.toByteArray());
  }

  /** Sends a file and waits for what is said of it. */
  private static Duration send(Page page, Path file) {
    page.navigate(world.server().address("/upload"));
    page.getByLabel("記入した調査票").setInputFiles(file);
    Instant start = Instant.now();
    page.locator("button:has-text('送って確認する')").click();
    page.waitForSelector("h1:text-is('確認の結果')");
    return Duration.between(start, Instant.now());
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void respondentGetsFromTheBlankFormToTheReceipt() throws Exception {
    var complaints = new ArrayList<String>();
    try (var context = context(true)) {
      Page page = signedIn(context, "susuki");
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      assertThat(page.url()).endsWith("/upload");
      Path form = downloaded(page);

      Path wrong = filled(form, "A1_02", "たくさん");
      Duration first = send(page, wrong);
      var took = new ArrayList<>(List.of(first));
      for (int i = 0; i < 4; i++) {
        took.add(send(page, wrong));
      }
      assertThat(took.stream().sorted().skip(2).findFirst().orElseThrow())
          .as("problems are in the page within two seconds: %s", took)
          .isLessThan(Duration.ofSeconds(2));
      assertThat(first)
          .as("the first check, which finds the worker's code cold: %s", took)
          .isLessThan(Duration.ofSeconds(5));
      assertThat(page.locator("#problems tbody tr").first().textContent())
          .contains("エラー", "A1_02", "たくさん");
      assertThat(page.locator("button:text-is('提出する')").count()).isZero();
      Download marked = page.waitForDownload(() -> page.locator("a:has-text('印を付けた写し')").click());
      assertThat(marked.suggestedFilename()).endsWith("_エラー一覧.xlsx");
      try (var workbook = new XSSFWorkbook(Files.newInputStream(marked.path()))) {
        assertThat(workbook.getSheet("エラー一覧")).isNotNull();
      }

      Path right = filled(form, "A1_02", "1234567");
      send(page, right);
      for (var field : page.locator("form.entry input[type=text]").all()) {
        field.fill("合併のため");
      }
      page.locator("button:text-is('提出する')").click();
      page.waitForSelector("#receipt");
      assertThat(page.locator("#sha256").textContent()).isEqualTo(sha256(right));
      String stem = page.url().replaceFirst(".*/", "");
      assertThat(sha256(world.landing().resolve("surveys/" + stem + ".xlsx")))
          .isEqualTo(sha256(right));
      assertThat(world.landing().resolve("receipts/" + stem + ".yaml")).exists();
      page.reload();
      assertThat(page.locator("h1").textContent()).isEqualTo("受付票");

      page.navigate(world.server().address("/upload"));
      assertThat(page.locator("main").textContent()).contains("受理", sha256(right));
      send(page, right);
      assertThat(page.locator("main").textContent()).contains("すでに受理され、いまの回答として有効です");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void everythingWorksWithoutScripts() throws Exception {
    try (var context = context(false)) {
      Page page = signedIn(context, "clerk");
      assertThat(page.url()).endsWith("/surveys");
      page.locator("#show").selectOption("open");
      page.locator("form.filter button").click();
      assertThat(page.locator("#respondents").textContent()).contains("ISS014", "未提出");
      Path form =
          page.waitForDownload(() -> page.locator("tr:has-text('ISS014') a:has-text('様式')").click())
              .path();
      Path named = Files.copy(form, folder.resolve("郵送.xlsx"));
      send(page, filled(named, "A1_02", "7654321"));
      for (var field : page.locator("form.entry input[type=text]").all()) {
        field.fill("郵送で届いたため");
      }
      page.locator("#arrived_on").fill("2026-05-14");
      page.locator("button:text-is('提出する')").click();
      page.waitForSelector("#receipt");
      assertThat(page.locator("main").textContent()).contains("（ISS014 の代理）", "郵送で届いたため");
    }
  }

  @Test
  void droppedFileIsTakenAndOneTooLargeIsToldBeforeItIsSent() throws Exception {
    try (var context = context(true)) {
      Page page = signedIn(context, "shirakaba");
      Path large = Files.write(folder.resolve("large.xlsx"), new byte[(10 << 20) + 1]);
      page.getByLabel("記入した調査票").setInputFiles(large);
      assertThat(page.locator("[data-too-large]").isVisible()).isTrue();
      page.locator("button:has-text('送って確認する')").click();
      assertThat(page.url()).endsWith("/upload");
      page.getByLabel("記入した調査票")
          .setInputFiles(Files.write(folder.resolve("small.xlsx"), new byte[9]));
      assertThat(page.locator("[data-too-large]").isVisible()).isFalse();
    }
  }

  /** What a sender has to act on must not stand behind a table's edge. */
  private static List<?> cutColumns(Page page) {
    return (List<?>)
        page.evaluate(
            "[...document.querySelectorAll('.stacked')].filter(one => one.scrollWidth > one.clientWidth + 1)"
                + ".map(one => one.getAttribute('aria-label'))");
  }

  @Test
  void nothingIsCutOffOnATelephoneAndEveryFieldHasALabel() throws Exception {
    try (var context = context(true)) {
      Page page = signedIn(context, "shirakaba");
      Path bad =
          Files.writeString(
              folder.resolve("bad.csv"),
              world.survey("R2026-03_ISS001.csv").replaceFirst(",REPORTED,", ",REPORTET,"));
      send(page, bad);
      var addresses = new ArrayList<>(List.of("/sign-in", "/upload", "/figures", "/surveys"));
      addresses.add(page.url().replaceFirst("https?://[^/]+", ""));
      for (int width : List.of(1280, 390)) {
        page.setViewportSize(width, 800);
        for (String address : addresses) {
          page.navigate(world.server().address(address));
          boolean isOfSender = address.startsWith("/upload");
          if (isOfSender) {
            assertThat(cutColumns(page)).as("%s at %s", address, width).isEmpty();
          }
          assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
              .as(address)
              .isLessThanOrEqualTo(width);
          assertThat(
                  (List<?>)
                      page.evaluate(
                          "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
                              + ".filter(one => !one.labels.length).map(one => one.outerHTML)"))
              .as(address)
              .isEmpty();
          assertThat(
                  (List<?>)
                      page.evaluate(
                          "[...document.querySelectorAll('[aria-describedby]')]"
                              + ".flatMap(one => one.getAttribute('aria-describedby').split(' '))"
                              + ".filter(id => !document.getElementById(id))"))
              .as(address)
              .isEmpty();
        }
      }
    }
  }
}
