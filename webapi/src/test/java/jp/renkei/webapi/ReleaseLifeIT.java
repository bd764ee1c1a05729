package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.ReleaseStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people review, publish and withdraw a release in the browser, by the true command. */
class ReleaseLifeIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PICTURES = Path.of("target", "release-life");

  @TempDir private Path folder;

  /** Maven has just built it all. */
  private static List<String> command(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                "env",
                "RENKEI_BUILT=yes",
                "JAVA_HOME=" + System.getProperty("java.home"),
                PROJECT.resolve("renkei").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void renkei(String... arguments) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    var process =
        new ProcessBuilder(command(arguments))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(6, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }

  private Path landing() {
    return folder.resolve("landing");
  }

  private Path warehouse() {
    return folder.resolve("warehouse");
  }

  @Test
  void twoPeopleTakeAReleaseThroughItsLife() throws Exception {
    renkei(
        "sample",
        "--out",
        landing().toString(),
        "--issuers",
        "14",
        "--agents",
        "3",
        "--months",
        "1",
        "--log-lines",
        "300");
    renkei("run", "--landing", landing().toString(), "--warehouse", warehouse().toString());
    Files.writeString(folder.resolve("warehouse.release-rules.yaml"), "two_person_rule: true\n");
    Files.createDirectories(PICTURES);
    var store = new ReleaseStore(warehouse());
    try (var server =
            new RunningServer(
                store,
                Audience.PUBLIC,
                new WebPlaces(
                    landing(), SampleUsers.write(folder), List.of(), command("release")));
        var chromium = new Chromium()) {
      assertThat(server.get("/").statusCode()).isEqualTo(503);
      var clerk = signedIn(chromium, server, "clerk");
      clerk.navigate(server.address("/releases"));
      picture(clerk, "draft");
      clerk.click("summary:has-text('案')");
      assertThat(clerk.content()).contains("公表の前に別の人の確認が要ります");
      clerk.fill("#review-note-1", "前回と照合した");
      decide(clerk, "確認済みにする");
      assertThat(store.find(1).orElseThrow().life().state()).isEqualTo(ReleaseState.REVIEWED);
      assertThat(store.find(1).orElseThrow().life().reviewers()).containsExactly("clerk");
      picture(clerk, "reviewed");
      refusesThePersonWhoReviewed(server, store);

      var keeper = signedIn(chromium, server, "keeper");
      keeper.navigate(server.address("/releases"));
      keeper.click("summary:has-text('確認済み')");
      keeper.fill("#label-1", "--by=clerk 第2回検討会");
      keeper.selectOption("#edition-1", "PRELIMINARY");
      picture(keeper, "publishing");
      decide(keeper, "公表する");
      assertThat(keeper.content()).doesNotContain("公表前の案です");
      picture(keeper, "published");
      var life = store.find(1).orElseThrow().life();
      assertThat(life.publishedBy()).hasValue("keeper");
      assertThat(life.label()).hasValue("--by=clerk 第2回検討会");
      assertThat(server.get("/").body()).contains("第2回検討会");
      try (var decisions = Files.list(landing().resolve("decisions"))) {
        assertThat(decisions).hasSize(2);
      }

      isMadeAgainByteByByte(server);

      keeper.click("summary:has-text('第2回検討会')");
      keeper.fill("#withdraw-1", "集計範囲の誤り");
      decide(keeper, "公表を取りやめる");
      picture(keeper, "withdrawn");
      assertThat(server.get("/").statusCode()).isEqualTo(410);
      assertThat(server.get("/?release=1").body()).contains("集計範囲の誤り");
    }
  }

  /**
   * From landing with its decisions and the key alone, the files that are handed out are the same.
   */
  private void isMadeAgainByteByByte(RunningServer server) throws Exception {
    Path again = Files.createDirectories(folder.resolve("again"));
    copy(landing(), again.resolve("landing"));
    Files.copy(folder.resolve("warehouse.key"), again.resolve("warehouse.key"));
    renkei(
        "run",
        "--landing",
        again.resolve("landing").toString(),
        "--warehouse",
        again.resolve("warehouse").toString());
    try (var other =
        new RunningServer(new ReleaseStore(again.resolve("warehouse")), Audience.PUBLIC)) {
      for (String file : List.of("/downloads/renkei.xlsx", "/downloads/kpi_value.csv")) {
        assertThat(other.bytes(file).statusCode()).isEqualTo(200);
        assertThat(other.bytes(file).body()).as(file).isEqualTo(server.bytes(file).body());
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }

  private static void refusesThePersonWhoReviewed(RunningServer server, ReleaseStore store) {
    var forced = VisitorClient.signedIn(server, "clerk", SampleUsers.PASSWORD);
    var answer =
        forced.post(
            "/releases/1/publish", Map.of("token", forced.token("/releases"), "label", "第2回検討会"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(forced.get("/releases").body())
        .contains("result-bad", "何も決定していません", "確認したのは公表しようとしている clerk さん本人です");
    assertThat(store.find(1).orElseThrow().life().state()).isEqualTo(ReleaseState.REVIEWED);
  }

  private static Page signedIn(Chromium chromium, RunningServer server, String name) {
    var page = chromium.browser().newContext().newPage();
    page.navigate(server.address("/sign-in"));
    page.fill("#name", name);
    page.fill("#password", SampleUsers.PASSWORD);
    page.click("main button");
    return page;
  }

  /** Presses a button; the page tells by itself when the decision is taken. */
  private static void decide(Page page, String button) {
    // What it tells of the decision before must not be taken for an answer.
    page.evaluate("document.getElementById('decision')?.remove()");
    page.click("button:has-text('" + button + "')");
    page.waitForSelector(
        "#decision.result-good, #decision.result-bad",
        new Page.WaitForSelectorOptions().setTimeout(240_000));
    assertThat(page.locator("#decision").getAttribute("class"))
        .as(page.locator("#decision").innerText())
        .contains("result-good");
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
