package jp.renkei.webapi;

import static jp.renkei.warehouse.jooq.gold.tables.Milestone.MILESTONE;
import static jp.renkei.warehouse.jooq.silver.tables.Issuer.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts that would be markup or script if they were not escaped. */
class HostileTextTest {
  private static final Path NAUGHTY =
      Path.of("../../shared/data/hostile/naughty-strings/blns.base64.json");
  private static final List<String> EVIL =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "</script><script>alert(2)</script>",
          "{{7*7}}${7*7}",
          "' onmouseover='alert(3)",
          "\" autofocus onfocus=alert(4) x=\"",
          "javascript:alert(5)",
          "<svg/onload=alert(6)>",
          "<iframe srcdoc='<script>alert(7)</script>'>",
          "<!--<script>alert(8)--></script>",
          "]]><script>alert(9)</script>",
          "&lt;script&gt;alert(10)&lt;/script&gt;",
          "＜script＞alert(11)＜/script＞",
          "\u202Egnp.exe\u2066\u200B\uFEFF",
          "\u2028alert(12)\u2029",
          "=cmd|' /C calc'!A0",
          "'; drop table issuer; --",
          "<%= 7*7 %>#{7*7}@{7*7}",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67葛\uDB40\uDD00e\u0301");

  @TempDir private Path folder;

  @Test
  void namesStayText() {
    check(EVIL);
  }

  @Test
  void naughtyStringsStayText() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(NAUGHTY), "Skipped: there is no " + NAUGHTY + " to take naughty strings from");
    var strings = new ArrayList<String>();
    var matcher = Pattern.compile("\"([A-Za-z0-9+/=]+)\"").matcher(Files.readString(NAUGHTY));
    while (matcher.find()) {
      strings.add(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8));
    }
    assertThat(strings).hasSizeGreaterThan(300);
    check(strings);
  }

  @Test
  void addressesAndParametersStayText() {
    var warehouse = new SampleWarehouse(folder).release(1).publish(1, "版");
    try (var server = new RunningServer(warehouse.store(), Audience.PUBLIC)) {
      String script = "%3Cscript%3Ealert(1)%3C/script%3E";
      for (String path :
          List.of(
              "/issuers?name=" + script,
              "/issuers/" + script,
              "/charts/" + script,
              "/" + script,
              "/?release=" + script,
              "/issuers?sort=" + script)) {
        assertThat(server.get(path).body()).as(path).doesNotContain("<script>alert");
      }
    }
  }

  private void check(List<String> names) {
    var warehouse =
        new SampleWarehouse(folder).release(1, queries -> insert(queries, names)).publish(1, "版");
    try (var server = new RunningServer(warehouse.store(), Audience.PUBLIC)) {
      for (String path : List.of("/", "/issuers", "/roadmap", "/issuers/EVIL0")) {
        var answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("<script>").doesNotContain("<img src=x");
        // Every script element is one of ours: a file, or data of a chart.
        assertThat(
                answer
                    .body()
                    .replaceAll(
                        "<script (src=\"/assets/|type=\"application/json\" id=\"option-)", ""))
            .as(path)
            .doesNotContainPattern("(?i)<(script|iframe|svg/on|object|embed)[ >]");
      }
      assertThat(server.get("/api/v1/kpi-values").statusCode()).isEqualTo(200);
    }
  }

  private static void insert(DSLContext queries, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      // DuckDB's text cannot hold U+0000, so that such a name cannot come from a release.
      String name = names.get(i).replace("\u0000", "");
      queries
          .insertInto(ISSUER, ISSUER.ISSUER_ID, ISSUER.NAME_JA)
          .values("EVIL" + i, name)
          .execute();
      queries
          .insertInto(
              MILESTONE,
              MILESTONE.MILESTONE_ID,
              MILESTONE.MEASURE_ID,
              MILESTONE.MEASURE_JA,
              MILESTONE.TITLE_JA,
              MILESTONE.ISSUER_ID,
              MILESTONE.REASON)
          .values("EVIL" + i, "N9", "悪意", name, "EVIL" + i, name)
          .execute();
    }
  }
}
