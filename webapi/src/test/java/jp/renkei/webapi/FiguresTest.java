package jp.renkei.webapi;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Right of reply: one's own figures, a draft's too, and what one says of them. */
class FiguresTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    var warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1)
            .publish(1, "第1回")
            .release(2, FiguresTest::figuresOfOneEach);
    server =
        new RunningServer(
            warehouse.store(),
            Audience.PUBLIC,
            new WebPlaces(folder.resolve("landing"), SampleUsers.write(folder), List.of()));
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

  /** Each figure is told by its digits. */
  private static void figuresOfOneEach(DSLContext queries) {
    insert(queries, "ISSUER", "ISS001", null, "SURVEY", 111_111);
    insert(queries, "ISSUER", "ISS002", null, "SURVEY", 222_222);
    insert(queries, "PAIR", "ISS001", "AGT001", "SURVEY", 333_333);
    insert(queries, "PAIR", "ISS002", "AGT001", "SURVEY", 444_444);
    insert(queries, "AGENT", null, "AGT001", "SURVEY", 555_555);
    insert(queries, "PAIR", "ISS002", "AGT002", "SURVEY", 666_666);
    insert(queries, "PAIR", "ISS001", "AGT001", "GATEWAY_LOG", 888_888);
    insert(queries, "PAIR", "ISS002", "AGT002", "GATEWAY_LOG", 999_999);
    // A row of no level may carry anybody's id.
    insert(queries, "OTHER", "ISS001", null, "SURVEY", 777_777);
  }

  private static void insert(
      DSLContext queries, String level, String issuer, String agent, String basis, long value) {
    var row = new KpiValueRecord();
    row.setKpiId("linked_account_count");
    row.setDefinitionVersion(1L);
    row.setEntityLevel(level);
    row.setIssuerId(issuer);
    row.setAgentId(agent);
    row.setPeriodType("POINT");
    row.setPeriodStart(DAY);
    row.setPeriodEnd(DAY);
    row.setValue((double) value);
    row.setNumerator(value);
    row.setValueState("REPORTED");
    row.setStatus("PRELIMINARY");
    row.setBasis(basis);
    row.setIssuerBasis("THEN");
    queries.insertInto(KPI_VALUE).set(row).execute();
  }

  private static VisitorClient as(String name) {
    return VisitorClient.signedIn(server, name, SampleUsers.PASSWORD);
  }

  @Test
  void ownFiguresOfTheDraftAreThereAndNobodyElses() {
    // Of a pair an issuer sees what its log says, an agent what it answered itself.
    var page = as("shirakaba").get("/figures");
    assertThat(page.body())
        .contains("111,111", "888,888", "案・公表前", "第2版", "貴社限り")
        .doesNotContain("222,222", "333,333", "444,444", "555,555", "666,666", "777,777", "999,999")
        .doesNotContain("ISS002");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(as("keyaki").get("/figures").body())
        .contains("222,222", "999,999")
        .doesNotContain(
            "111,111", "333,333", "444,444", "555,555", "666,666", "777,777", "888,888");
    assertThat(as("group").get("/figures").body())
        .contains("333,333", "444,444", "555,555", "AGT001", "ISS003")
        .doesNotContain("111,111", "222,222", "666,666", "777,777", "888,888", "999,999");
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
          .contains("111,111")
          .doesNotContain("222,222", "444,444", "555,555");
    }
    assertThat(shirakaba.get("/figures/ISS002").statusCode()).isEqualTo(404);
    assertThat(plain).doesNotContain("架空カード02");
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
    ofPair.putAll(Map.of("level", "PAIR", "counterparty", "AGT001", "basis", "GATEWAY_LOG"));
    var answer = shirakaba.post("/figures", ofPair);
    assertThat(shirakaba.follow(answer).body())
        .contains("自社の数値への言葉", "組の数値への言葉", "貴社のコメントがある数値（2件）");
    assertThat(landed())
        .extracting(row -> row.get("entity_level") + " " + row.get("counterparty_id"))
        .containsExactly("ISSUER ", "PAIR AGT001");
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
            Map.of("level", "PAIR", "counterparty", "AGT001", "basis", "SURVEY"),
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
