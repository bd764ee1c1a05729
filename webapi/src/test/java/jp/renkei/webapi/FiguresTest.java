package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseDecision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of one's own figures, a draft's too, and of nobody else's. */
class FiguresTest {
  private static final Instant WITHDRAWN_AT = Instant.parse("2026-05-22T01:00:00Z");

  @TempDir private static Path folder;
  private static FiguresServer server;

  @BeforeAll
  static void start() {
    server = new FiguresServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static VisitorClient as(String name) {
    return server.as(name);
  }

  @Test
  void ownInputsStandInFullAndAllElseAsThePublicHasIt() {
    var page = as("shirakaba").get("/figures");
    assertThat(page.body())
        .contains("111,111", "333,333", "888,888", "案・公表前", "第2版", "貴社限り")
        .doesNotContain("222,222", "444,444", "555,555", "666,666", "777,777", "999,999")
        .doesNotContain("121,212", "131,313", "ISS002")
        .doesNotContain("ファイルがないため", "まだ貴社のファイルがありません");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(as("keyaki").get("/figures").body())
        .contains("222,222", "999,999", ">x<")
        .doesNotContain("111,111", "333,333", "444,444", "555,555", "666,666", "777,777", "888,888")
        .doesNotContain("121,212", "131,313");
    assertThat(as("group").get("/figures").body())
        .contains("333,333", "555,555", "AGT001", "ISS003", "架空カード03")
        .doesNotContain("111,111", "222,222", "444,444", "666,666", "777,777", "888,888", "999,999")
        .doesNotContain("121,212", "131,313", "141,414");
  }

  /** Neither the secretariat's file nor anybody else's is opened. */
  @Test
  void thePageNeedsThePublicsFileAndTheOwnOneAlone(@TempDir Path other) throws IOException {
    try (var figures = new FiguresServer(other)) {
      var release = figures.warehouse().store().find(2).orElseThrow();
      var needed = Set.of(release.file(Audience.PUBLIC), release.respondentFile("ISS001"));
      try (var files = Files.walk(release.folder())) {
        for (Path file : files.filter(one -> one.toString().endsWith(".duckdb")).toList()) {
          if (!needed.contains(file)) {
            Files.delete(file);
          }
        }
      }
      assertThat(figures.as("shirakaba").get("/figures").body())
          .contains("111,111", "333,333", "888,888", "架空カード01");
      var comment = figures.as("shirakaba");
      assertThat(
              comment
                  .post(
                      "/figures",
                      Map.of(
                          "token", comment.token("/figures"),
                          "release", "2",
                          "respondent", "ISS001",
                          "kpi", "api_latency_p95_ms",
                          "period", "2026-03-31",
                          "comment", "自社のログです。"))
                  .statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void aReleaseOfBeforeHasNothingButThePublicsFileAndSaysSo(@TempDir Path other)
      throws IOException {
    try (var figures = new FiguresServer(other)) {
      var release = figures.warehouse().store().find(2).orElseThrow();
      try (var files = Files.walk(release.folder().resolve("respondents"))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      assertThat(figures.as("shirakaba").get("/figures").body())
          .contains("111,111", "333,333", "この版には会社ごとのファイルがないため")
          .doesNotContain("888,888", "222,222", "444,444", "999,999", "121,212");
      assertThat(figures.as("keyaki").get("/figures?lang=en").body())
          .contains("222,222", "This release has no files of single companies")
          .doesNotContain("999,999", "444,444", "131,313");
    }
  }

  @Test
  void whoIsNotInTheReleaseYetIsToldSo() {
    assertThat(as("susuki").get("/figures").body())
        .contains("ISS013", "まだ貴社のファイルがありません", "この版に貴社の数値はありません");
    assertThat(as("susuki").get("/figures?lang=en").body()).contains("no file of your company yet");
  }

  @Test
  void aWithdrawnReleaseIsShownToNoRespondent(@TempDir Path other) {
    try (var figures = new FiguresServer(other)) {
      var store = figures.warehouse().store();
      figures.warehouse().publish(2, "第2回");
      assertThat(figures.as("shirakaba").get("/figures").body()).contains("第2版", "888,888");
      store.record(
          2,
          store
              .find(2)
              .orElseThrow()
              .life()
              .after(ReleaseDecision.withdraw("事務局", WITHDRAWN_AT, "誤りがありました")));
      assertThat(figures.as("shirakaba").get("/figures").body())
          .contains("第1版")
          .doesNotContain("888,888", "111,111");
    }
  }

  @Test
  void idsInTheAddressChangeNothing() {
    var shirakaba = as("shirakaba");
    String plain = shirakaba.get("/figures").body();
    for (String asked :
        List.of(
            "?respondent=ISS002",
            "?issuer=ISS002&agent=AGT001",
            "?release=1",
            "?respondents=ISS002&saved=x",
            "?respondent=ISS001%27%20or%201=1--")) {
      assertThat(shirakaba.get("/figures" + asked).body())
          .as(asked)
          .contains("111,111", "888,888")
          .doesNotContain("222,222", "444,444", "555,555", "999,999");
    }
    assertThat(shirakaba.get("/figures/ISS002").statusCode()).isEqualTo(404);
    assertThat(plain).doesNotContain("架空カード02");
  }

  @Test
  void oneFormIsOpenAtATimeAndHasItsFiguresAddress() {
    var shirakaba = as("shirakaba");
    String closed = shirakaba.get("/figures").body();
    assertThat(closed).doesNotContain("<textarea");
    var addresses =
        Pattern.compile("href=\"(/figures\\?figure=[^#\"]+)#([^\"]+)\"")
            .matcher(closed)
            .results()
            .toList();
    assertThat(addresses).hasSizeGreaterThan(1);
    for (var address : addresses) {
      String open = shirakaba.get(address.group(1)).body();
      assertThat(open.split("<textarea", -1)).as(address.group(1)).hasSize(2);
      assertThat(open).contains("<textarea id=\"comment-" + address.group(2) + "\"", "書かずに戻る");
    }
    assertThat(shirakaba.get("/figures?figure=%22%3E%3Cscript%3E").body())
        .doesNotContain("<textarea", "\"><script>");
  }
}
