package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Receipt;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the blank form to the receipt, with the true survey desk behind the pages. */
class UploadIT {
  @TempDir private static Path folder;
  private static SurveyWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = new SurveyWorld(folder);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void blankFormComesUnderAJapaneseName() throws Exception {
    var form =
        world
            .as("shirakaba")
            .bytes("/upload/form?round=R2026-03&questionnaire=issuer_survey&respondent=ISS001");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"")
        .contains("filename*=UTF-8''%E8%AA%BF%E6%9F%BB%E7%A5%A8A")
        .endsWith(".xlsx");
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(form.body()))) {
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(3);
    }
    assertThat(
            world
                .as("shirakaba")
                .get("/upload/form?round=R2026-03&questionnaire=issuer_survey&respondent=ISS002")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            world
                .as("clerk")
                .bytes("/upload/form?round=R2026-03&questionnaire=issuer_survey&respondent=ISS002")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void ownRoundsStandOnThePage() {
    String page = world.as("shirakaba").get("/upload").body();
    assertThat(page)
        .contains("調査回 R2026-03", "2026年4月30日", "ISS001", "調査票A")
        .doesNotContain("ISS002");
    assertThat(world.as("group").get("/upload").body())
        .contains("ISS003", "AGT001", "調査票B", "<select id=\"respondent\"");
  }

  @Test
  void wrongFileIsToldAndNotTaken() throws Exception {
    var keyaki = world.as("keyaki");
    var before = world.names("surveys");
    String bad =
        world.later("R2026-03_ISS002_2.csv", "13:00:00").replaceFirst(",REPORTED,", ",REPORTET,");
    var answer = keyaki.upload("回答（最終）.csv", SurveyWorld.bytes(bad));
    assertThat(answer.statusCode()).isEqualTo(303);
    String page = keyaki.follow(answer).body();
    assertThat(page)
        .contains("提出できません", "回答（最終）.csv", "REPORTET", "直し方", sha256(SurveyWorld.bytes(bad)))
        .doesNotContain("提出する</button>");
    // Errors can't be sent past the page either.
    var forced =
        keyaki.post(VisitorClient.location(answer), Map.of("token", VisitorClient.tokenOf(page)));
    assertThat(forced.statusCode()).isEqualTo(409);
    assertThat(world.names("surveys")).isEqualTo(before);
    assertThat(world.names("receipts")).noneMatch(name -> name.contains("ISS002"));
  }

  @Test
  void goodFileIsHandedInWithReasonsAndItsReceiptIsTheRespondentsOwn() throws Exception {
    var shirakaba = world.as("shirakaba");
    byte[] good = SurveyWorld.bytes(world.later("R2026-03_ISS001.csv", "15:00:00"));
    var checked = shirakaba.upload("回答<img src=x onerror=alert(1)>.csv", good);
    String address = VisitorClient.location(checked);
    String page = shirakaba.get(address).body();
    assertThat(page)
        .contains("訂正理由", "提出する", "回答&lt;img src=x onerror=alert(1)&gt;.csv")
        .doesNotContain("<img src=x");

    var empty = shirakaba.post(address, Map.of("token", VisitorClient.tokenOf(page)));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body())
        .contains("訂正の理由をお書きください", "aria-invalid=\"true\"", "correction-problem");
    assertThat(world.names("receipts")).noneMatch(name -> name.contains("ISS001"));

    String evil = "=1+1<img src=x onerror=alert(1)>";
    var done = shirakaba.post(address, VisitorClient.filled(page, evil));
    assertThat(done.statusCode()).isEqualTo(303);
    String stem = VisitorClient.location(done).replaceFirst(".*/", "");
    Path landed = world.landing().resolve("surveys").resolve(stem + ".csv");
    assertThat(Files.readAllBytes(landed)).isEqualTo(good);
    var receipt =
        Receipt.parse(
            stem, Files.readString(world.landing().resolve("receipts/" + stem + ".yaml")));
    assertThat(receipt.sha256()).isEqualTo(sha256(good));
    assertThat(receipt.submittedBy()).isEqualTo("shirakaba");
    assertThat(receipt.correctionReason()).isEqualTo(evil);
    assertThat(receipt.onBehalfOf()).isEmpty();

    String shown = shirakaba.follow(done).body();
    assertThat(shown)
        .contains("提出を受け付けました", sha256(good), stem + ".csv")
        .doesNotContain("<img src=x");
    assertThat(shirakaba.get("/upload").body()).contains(sha256(good));
    assertThat(world.as("keyaki").get(VisitorClient.location(done)).statusCode()).isEqualTo(403);
    assertThat(world.as("keyaki").get("/upload").body()).doesNotContain(sha256(good));
    assertThat(world.as("clerk").get(VisitorClient.location(done)).statusCode()).isEqualTo(200);
    assertThat(world.as("clerk").get("/surveys?round=R2026-03").body())
        .contains("shirakaba が提出")
        .doesNotContain("<img src=x");

    // The very same file again, which counts.
    var again = shirakaba.follow(shirakaba.upload("copy.csv", good)).body();
    assertThat(again).contains("いまの回答として有効です", stem).doesNotContain("提出する</button>");
  }

  @Test
  void sameBytesAreAcceptedOnlyWhereTheyAreTheAnswerThatCounts() throws Exception {
    var group = world.as("group");
    byte[] first = SurveyWorld.bytes(world.later("R2026-03_ISS003.csv", "15:00:00"));
    byte[] second = SurveyWorld.bytes(world.later("R2026-03_ISS003.csv", "16:00:00"));
    var own = Map.of("token", group.token("/upload"), "respondent", "ISS003");
    for (byte[] each : List.of(first, second, first)) {
      String address = VisitorClient.location(group.upload("回答.csv", each, own));
      String page = group.get(address).body();
      assertThat(page).contains("提出する</button>", "期限後の提出として記録します");
      assertThat(group.post(address, VisitorClient.filled(page, "訂正")).statusCode()).isEqualTo(303);
    }
    String counts = group.follow(group.upload("回答.csv", first, own)).body();
    assertThat(counts)
        .contains("いまの回答として有効です", "surveys/R2026-03.ISS003.")
        .doesNotContain("提出する</button>");
    assertThat(group.follow(group.upload("回答.csv", second, own)).body())
        .contains("提出する</button>")
        .doesNotContain("有効です");
    assertThat(world.names("receipts")).filteredOn(name -> name.contains("ISS003")).hasSize(3);
    assertThat(world.names("surveys")).filteredOn(name -> name.contains(".ISS003.")).hasSize(2);
    // What was refused is refused again, and what a stranger handed in is told to nobody.
    Path refused = world.landing().resolve("surveys/wrong.csv");
    byte[] wrong =
        SurveyWorld.bytes(
            world
                .later("R2026-03_ISS003.csv", "17:00:00")
                .replaceFirst(",REPORTED,", ",REPORTET,"));
    Files.write(refused, wrong);
    try {
      assertThat(group.follow(group.upload("回答.csv", wrong, own)).body())
          .contains("エラーが", "提出できません")
          .doesNotContain("有効です");
    } finally {
      Files.delete(refused);
    }
    var keyaki = world.as("keyaki");
    assertThat(keyaki.follow(keyaki.upload("a.csv", first)).body())
        .contains("提出できません")
        .doesNotContain("有効です", "surveys/R2026-03");
  }

  @Test
  void strangersCheckedFileIsNobodyElses() throws Exception {
    var shirakaba = world.as("shirakaba");
    var answer =
        shirakaba.upload(
            "a.csv", SurveyWorld.bytes(world.later("R2025-09_ISS001.csv", "16:00:00")));
    String address = VisitorClient.location(answer);
    for (String name : List.of("keyaki", "clerk")) {
      var other = world.as(name);
      String token = other.token("/upload");
      assertThat(other.get(address).statusCode()).as(name).isEqualTo(403);
      assertThat(other.get(address + "/marked").statusCode()).as(name).isEqualTo(403);
      assertThat(other.post(address, Map.of("token", token)).statusCode()).as(name).isEqualTo(403);
      assertThat(other.post(address + "/discard", Map.of("token", token)).statusCode())
          .as(name)
          .isEqualTo(403);
    }
    assertThat(new VisitorClient(world.server()).get(address).statusCode()).isEqualTo(303);
    // Who signs in anew finds it again.
    assertThat(world.as("shirakaba").get("/upload").body()).contains("まだ提出していないファイル", "a.csv");
    assertThat(
            shirakaba
                .post(address + "/discard", Map.of("token", shirakaba.token("/upload")))
                .statusCode())
        .isEqualTo(303);
    assertThat(shirakaba.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherCompanysFileIsRefused() throws Exception {
    var keyaki = world.as("keyaki");
    String strange = world.later("R2026-03_ISS001.csv", "17:00:00");
    assertThat(keyaki.follow(keyaki.upload("a.csv", SurveyWorld.bytes(strange))).body())
        .contains("提出できません", "ISS001")
        .doesNotContain("提出する</button>");
    for (String respondent : List.of("ISS001", "ISS002 ", "*", "")) {
      var fields = Map.of("token", keyaki.token("/upload"), "respondent", respondent);
      var answer = keyaki.upload("a.csv", SurveyWorld.bytes(strange), fields);
      assertThat(answer.statusCode() == 403 || keyaki.follow(answer).body().contains("提出できません"))
          .as(respondent)
          .isTrue();
    }
  }

  @Test
  void nothingAndTooMuchAreSaidPlainly() {
    var shirakaba = world.as("shirakaba");
    var none = shirakaba.upload("empty.xlsx", new byte[0]);
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("ファイルを選び直してください", "file-problem");
    var large = shirakaba.upload("large.xlsx", new byte[11 << 20]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("ファイルが大きすぎます", "10MB");
    assertThat(shirakaba.upload("just.csv", new byte[10 << 20]).statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsSentWithoutSessionIsNotTakenAndSaysSo() throws Exception {
    var nobody = new VisitorClient(world.server());
    HttpResponse<String> answer =
        nobody.upload(
            "a.csv", SurveyWorld.bytes(world.survey("R2026-03_ISS001.csv")), Map.of("token", "x"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("送った内容は受け付けていません", "ファイルを選び直して");
  }
}
