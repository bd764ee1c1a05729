package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every answer carries beside its body. */
class HttpTest {
  @TempDir private Path folder;

  @Test
  void unchangedPageIsNotSentTwice() {
    try (var server = server()) {
      var first = server.get("/issuers");
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(tag).matches("\"[0-9a-f]{64}\"");

      var second = server.get("/issuers", "If-None-Match", tag);
      assertThat(second.statusCode()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(server.get("/issuers", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void publishingChangesTheTagOfAKeptPage() {
    var warehouse = new SampleWarehouse(folder).release(1);
    try (var server = new RunningServer(warehouse.store(), Audience.SECRETARIAT)) {
      String draft = server.get("/").headers().firstValue("ETag").orElseThrow();
      warehouse.publish(1, "第1回検討会");
      var published = server.get("/", "If-None-Match", draft);
      assertThat(published.statusCode()).isEqualTo(200);
      assertThat(published.body()).contains("第1回検討会").doesNotContain("「案」");
    }
  }

  @Test
  void compressedBytesAreThePageItself() throws IOException {
    try (var server = server()) {
      var zipped = server.bytes("/", "Accept-Encoding", "gzip");
      assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(zipped.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
      var stream = new GZIPInputStream(new ByteArrayInputStream(zipped.body()));
      assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(server.get("/").body());
    }
  }

  @Test
  void everyAnswerForbidsInlineScriptAndFraming() {
    try (var server = server()) {
      for (String path : List.of("/", "/no-such-page", "/healthz", "/api/v1/kpi-values")) {
        var headers = server.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
            .contains("script-src 'self'", "frame-ancestors 'none'")
            .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
      }
      // The only script elements with content hold data.
      assertThat(server.get("/").body().replace("<script type=\"application/json\"", ""))
          .doesNotContainPattern("<script(?![^>]* src=)[^>]*>");
    }
  }

  @Test
  void undeclaredParametersMakeNoPageAnew() {
    try (var server = server()) {
      for (String path :
          List.of(
              "/charts/scraping_share.json",
              "/charts/scraping_share.json?x=1",
              "/charts/scraping_share.json?lang=ja&" + "y".repeat(5_000) + "=1",
              "/charts/scraping%5fshare.json?lang=fr")) {
        assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(server.get("/issuers?x=1").body()).doesNotContain("x=1");
      assertThat(server.get("/metrics").body())
          .contains("renkei_page_cache_hits_total 3", "renkei_page_cache_misses_total 2");
    }
  }

  @Test
  void noLinkLeadsToAnotherServer() {
    try (var server = server()) {
      for (String path : List.of("//evil.example/", "///evil.example/")) {
        var page = server.get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
            .contains("href=\"/evil.example/?lang=en\"")
            .doesNotContain("href=\"//");
      }
    }
  }

  @Test
  void secretariatsPagesAnswerToTheNamesOfThisMachineOnly() {
    var warehouse = new SampleWarehouse(folder).release(1);
    try (var server = new RunningServer(warehouse.store(), Audience.SECRETARIAT)) {
      assertThat(server.statusLine("/", "localhost:7070")).contains(" 200 ");
      assertThat(server.statusLine("/", "[::1]:7070")).contains(" 200 ");
      for (String path : List.of("/", "/api/v1/kpi-values", "/assets/0/x", "/healthz", "/none")) {
        assertThat(server.statusLine(path, "evil.example")).as(path).contains(" 421 ");
      }
    }
    warehouse.publish(1, "版");
    try (var server = new RunningServer(warehouse.store(), Audience.PUBLIC)) {
      assertThat(server.statusLine("/", "renkei.example")).contains(" 200 ");
    }
  }

  @Test
  void assetsAreKeptForGood() {
    try (var server = server()) {
      String page = server.get("/").body();
      for (String name : List.of("renkei.css", "renkei.js", "echarts.js", "htmx.js")) {
        var found = java.util.regex.Pattern.compile("/assets/[0-9a-f]+/" + name).matcher(page);
        assertThat(found.find()).as(name).isTrue();
        var asset = server.get(found.group());
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      }
      assertThat(server.get("/assets/0000/renkei.css").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void operatorsSeeLifeReadinessAndCounts() {
    try (var server = server()) {
      assertThat(server.get("/healthz").body()).isEqualTo("ok\n");
      assertThat(server.get("/readyz").body()).contains("release 1");
      server.get("/");
      server.get("/");
      assertThat(server.get("/metrics").body())
          .contains("renkei_page_cache_hits_total 1", "renkei_release 1", "status=\"200\"");
    }
  }

  @Test
  void withoutReleaseThePageNamesTheCommandThatMakesOne() {
    try (var server = new RunningServer(new SampleWarehouse(folder).store(), Audience.PUBLIC)) {
      var page = server.get("/");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("まだありません", RunningServer.REMEDY);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void draftIsNotForThePublic() {
    try (var server =
        new RunningServer(new SampleWarehouse(folder).release(1).store(), Audience.PUBLIC)) {
      assertThat(server.get("/").statusCode()).isEqualTo(503);
      assertThat(server.get("/issuers?release=1").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void faultOfOursIsSaidWithoutItsInnards() throws IOException {
    var warehouse = new SampleWarehouse(folder).release(1).publish(1, "版");
    var release = warehouse.store().newest().orElseThrow();
    java.nio.file.Files.delete(release.file(Audience.PUBLIC));
    try (var server = new RunningServer(warehouse.store(), Audience.PUBLIC)) {
      var page = server.get("/");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("表示できませんでした", "管理者にお知らせください");
      assertThat(page.body()).doesNotContain("Exception").doesNotContain(folder.toString());
    }
  }

  private RunningServer server() {
    return new RunningServer(
        new SampleWarehouse(folder).release(1).publish(1, "第1回検討会").store(), Audience.PUBLIC);
  }
}
