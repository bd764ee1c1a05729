package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Right of reply: what one says of one's own figures, kept, changed and withdrawn. */
class FigureCommentsTest {
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

  @AfterEach
  void clearLanding() throws IOException {
    Path comments = folder.resolve("landing/comments");
    if (Files.exists(comments)) {
      for (Path file : landedFiles()) {
        Files.delete(file);
      }
      Files.delete(comments);
    }
  }

  private static VisitorClient as(String name) {
    return server.as(name);
  }

  @Test
  void commentIsKeptChangedAndWithdrawn() throws IOException {
    var shirakaba = as("shirakaba");
    var answer = shirakaba.post("/figures", comment(shirakaba, "集計の時点が異なります。"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(shirakaba.follow(answer).body())
        .contains("コメントを保存しました", "次に作られる版から", "集計の時点が異なります。", "取り下げる");
    assertThat(as("keyaki").get("/figures").body()).doesNotContain("集計の時点が異なります。");

    shirakaba.post("/figures", comment(shirakaba, "訂正：確認中です。"));
    assertThat(shirakaba.get("/figures").body())
        .contains("訂正：確認中です。")
        .doesNotContain("集計の時点が異なります。");

    var withdrawn = shirakaba.post("/figures", comment(shirakaba, "  "));
    assertThat(shirakaba.follow(withdrawn).body()).contains("取り下げました").doesNotContain("訂正：確認中です。");

    var rows = landed();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0))
        .containsEntry("respondent_id", "ISS001")
        .containsEntry("release_id", "2")
        .containsEntry("kpi_id", "linked_account_count")
        .containsEntry("period", "2026-03-31")
        .containsEntry("entity_level", "ISSUER")
        .containsEntry("counterparty_id", "")
        .containsEntry("slice", "")
        .containsEntry("basis", "SURVEY")
        .containsEntry("definition_version", "1")
        .containsEntry("comment", "集計の時点が異なります。");
    assertThat(rows.get(0).get("stated_on")).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    assertThat(rows.get(2)).containsEntry("comment", "");
  }

  @Test
  void figuresOfOneKpiAndPeriodHaveEachTheirComment() throws IOException {
    var shirakaba = as("shirakaba");
    assertThat(shirakaba.get("/figures").body()).contains("まだコメントはありません", "コメントを書く");
    shirakaba.post("/figures", comment(shirakaba, "自社の数値への言葉"));
    var ofPair = new HashMap<>(comment(shirakaba, "組の数値への言葉"));
    ofPair.putAll(Map.of("level", "PAIR", "counterparty", "AGT001"));
    var answer = shirakaba.post("/figures", ofPair);
    assertThat(shirakaba.follow(answer).body())
        .contains("自社の数値への言葉", "組の数値への言葉", "貴社のコメントがある数値（2件）");
    assertThat(landed())
        .extracting(row -> row.get("entity_level") + " " + row.get("counterparty_id"))
        .containsExactly("ISSUER ", "PAIR AGT001");
  }

  @Test
  void commentOfAFileFromBeforeStandsForThePeriodAndCanBeWithdrawn() throws IOException {
    Path comments = Files.createDirectories(folder.resolve("landing/comments"));
    Files.writeString(
        comments.resolve("20260501T000000000-ISS001-00000000.csv"),
        "respondent_id,release_id,kpi_id,period,comment,stated_on\n"
            + "ISS001,1,linked_account_count,2026-03-31,以前の形の言葉,2026-05-01\n");
    var shirakaba = as("shirakaba");
    assertThat(shirakaba.get("/figures").body()).contains("以前の形の言葉", "個別のコメントがないものすべて");
    var fields = new HashMap<>(comment(shirakaba, ""));
    fields.putAll(Map.of("level", "", "basis", "", "version", ""));
    assertThat(shirakaba.follow(shirakaba.post("/figures", fields)).body())
        .contains("取り下げました")
        .doesNotContain("以前の形の言葉");
  }

  @Test
  void textsStayTextOnThePageAndInLanding() throws IOException {
    var shirakaba = as("shirakaba");
    for (String evil :
        List.of(
            "<script>alert(1)</script>",
            "</textarea><img src=x onerror=alert(2)>",
            "=cmd|' /C calc'!A0",
            "\",ISS002,\"x\"",
            "葛\uDB40\uDD00 👨‍👩‍👧 \u202Egnp.exe")) {
      assertThat(shirakaba.post("/figures", comment(shirakaba, evil)).statusCode()).isEqualTo(303);
      assertThat(shirakaba.get("/figures").body())
          .as(evil)
          .doesNotContain("<script>alert", "<img src=x", "</textarea><img");
      var rows = landed();
      assertThat(rows.get(rows.size() - 1)).containsEntry("comment", evil);
    }
    shirakaba.post("/figures", comment(shirakaba, "番号は 4111 1111 1111 1111 です"));
    assertThat(landed().toString()).doesNotContain("4111 1111");
    assertThat(landed()).allSatisfy(row -> assertThat(row).hasSize(12));
  }

  @Test
  void commentsOnStrangersFiguresAreRefused() {
    var shirakaba = as("shirakaba");
    var good = comment(shirakaba, "他社の数値です");
    var wrongs =
        List.of(
            Map.of("respondent", "ISS002"),
            Map.of("respondent", ""),
            Map.of("respondent", "AGT001"),
            Map.of("kpi", "response_rate"),
            Map.of("kpi", "no_such_kpi"),
            Map.of("level", "PAIR"),
            Map.of("level", "PAIR", "counterparty", "AGT002"),
            Map.of("kpi", "api_latency_p95_ms", "level", "PAIR", "counterparty", "AGT001"),
            Map.of("slice", "segment", "slice_value", "INDIVIDUAL"),
            Map.of("version", "2"),
            Map.of("basis", "GATEWAY_LOG"),
            Map.of("period", "2026-03"),
            Map.of("period", "2027-03-31"));
    for (var wrong : wrongs) {
      var fields = new HashMap<>(good);
      fields.putAll(wrong);
      assertThat(shirakaba.post("/figures", fields).statusCode()).as("%s", wrong).isEqualTo(403);
    }
    assertThat(as("clerk").post("/figures", good).statusCode()).isEqualTo(403);
    assertThat(folder.resolve("landing/comments")).doesNotExist();
  }

  @Test
  void commentOnAnOlderReleaseStaysInTheForm() {
    var shirakaba = as("shirakaba");
    var fields = new HashMap<>(comment(shirakaba, "<b>古い版</b>"));
    fields.put("release", "1");
    var answer = shirakaba.post("/figures", fields);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("まだ保存していません", "&lt;b&gt;古い版&lt;/b&gt;</textarea>")
        .contains("name=\"release\" value=\"2\"");
    assertThat(folder.resolve("landing/comments")).doesNotExist();
    // Where the newest release has no such figure there is no form to keep it in.
    fields.put("kpi", "gone");
    assertThat(shirakaba.post("/figures", fields).body())
        .contains("いまの版にはありません", "&lt;b&gt;古い版&lt;/b&gt;</p></blockquote>")
        .doesNotContain("</textarea>");
  }

  private static Map<String, String> comment(VisitorClient visitor, String text) {
    return Map.ofEntries(
        Map.entry("token", visitor.token("/figures")),
        Map.entry("release", "2"),
        Map.entry("respondent", "ISS001"),
        Map.entry("kpi", "linked_account_count"),
        Map.entry("period", "2026-03-31"),
        Map.entry("level", "ISSUER"),
        Map.entry("counterparty", ""),
        Map.entry("slice", ""),
        Map.entry("slice_value", ""),
        Map.entry("basis", "SURVEY"),
        Map.entry("version", "1"),
        Map.entry("comment", text));
  }

  /** Every row of landing/comments, by its columns, the oldest first. */
  private static List<Map<String, String>> landed() throws IOException {
    var rows = new ArrayList<Map<String, String>>();
    for (Path file : landedFiles()) {
      assertThat(file.getFileName().toString())
          .matches("[0-9]{8}T[0-9]{9}-ISS001-[0-9a-f]{8}\\.csv");
      try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
        csv.forEach(row -> rows.add(row.getFieldsAsMap()));
      }
    }
    return rows;
  }

  private static List<Path> landedFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("landing/comments"))) {
      return files.sorted().toList();
    }
  }
}
