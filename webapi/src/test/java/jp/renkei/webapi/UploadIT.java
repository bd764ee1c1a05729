package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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

  /** The same answers an hour later: other bytes, one warning, a correction. */
  private static String later(String file, String time) throws IOException {
    return world.survey(file).replaceAll("T[0-9]{2}:[0-9]{2}:[0-9]{2}", "T" + time);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Everything the hand-in form asks for, with one text for all. */
  private static Map<String, String> filled(String page, String text) {
    var fields = new HashMap<String, String>();
    fields.put("token", VisitorClient.tokenOf(page));
    var names =
        java.util.regex.Pattern.compile("<input type=\"text\" id=\"([a-z_0-9-]+)\"").matcher(page);
    while (names.find()) {
      fields.put(names.group(1), text);
    }
    return fields;
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
        later("R2026-03_ISS002_2.csv", "13:00:00").replaceFirst(",REPORTED,", ",REPORTET,");
    var answer = keyaki.upload("回答（最終）.csv", bytes(bad));
    assertThat(answer.statusCode()).isEqualTo(303);
    String page = keyaki.follow(answer).body();
    assertThat(page)
        .contains("提出できません", "回答（最終）.csv", "REPORTET", "直し方", sha256(bytes(bad)))
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
    byte[] good = bytes(later("R2026-03_ISS001.csv", "15:00:00"));
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
    var done = shirakaba.post(address, filled(page, evil));
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

    // The very same file again, by anybody.
    var again = shirakaba.follow(shirakaba.upload("copy.csv", good)).body();
    assertThat(again).contains("同じ内容のファイルを、すでに受け付けています", stem).doesNotContain("提出する</button>");
  }

  @Test
  void strangersCheckedFileIsNobodyElses() throws Exception {
    var shirakaba = world.as("shirakaba");
    var answer = shirakaba.upload("a.csv", bytes(later("R2025-09_ISS001.csv", "16:00:00")));
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
    String strange = later("R2026-03_ISS001.csv", "17:00:00");
    assertThat(keyaki.follow(keyaki.upload("a.csv", bytes(strange))).body())
        .contains("提出できません", "ISS001")
        .doesNotContain("提出する</button>");
    for (String respondent : List.of("ISS001", "ISS002 ", "*", "")) {
      var fields = Map.of("token", keyaki.token("/upload"), "respondent", respondent);
      var answer = keyaki.upload("a.csv", bytes(strange), fields);
      assertThat(answer.statusCode() == 403 || keyaki.follow(answer).body().contains("提出できません"))
          .as(respondent)
          .isTrue();
    }
  }

  @Test
  void secretariatAcceptsOnBehalfWithANote() throws Exception {
    var clerk = world.as("clerk");
    byte[] file = bytes(later("R2026-03_ISS005.csv", "18:00:00"));
    String address = VisitorClient.location(clerk.upload("by-post.csv", file));
    String page = clerk.get(address).body();
    assertThat(page).contains("代理受付の理由", "ISS005");
    var fields = filled(page, "郵送で届いたため");
    fields.put("note", " ");
    assertThat(clerk.post(address, fields).statusCode()).isEqualTo(422);
    fields.put("note", "郵送で届いたため");
    String tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
    for (String wrong : List.of("", "昨日", "2026-03-30", tomorrow)) {
      fields.put("arrived_on", wrong);
      var refused = clerk.post(address, fields);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
      assertThat(refused.body()).contains("調査時点から今日までの日付でお書きください", "arrived-problem");
    }
    fields.put("arrived_on", "2026-04-15");
    var done = clerk.post(address, fields);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(clerk.follow(done).body())
        .contains("（ISS005 の代理）", "郵送で届いたため", "到着日", "2026年4月15日")
        .doesNotContain("期限後の提出として");
    String stem = VisitorClient.location(done).replaceFirst(".*/", "");
    var receipt =
        Receipt.parse(
            stem, Files.readString(world.landing().resolve("receipts/" + stem + ".yaml")));
    assertThat(receipt.onBehalfOf()).isEqualTo("ISS005");
    assertThat(receipt.note()).isEqualTo("郵送で届いたため");
    assertThat(receipt.arrivedOn()).isEqualTo("2026-04-15");
    assertThat(clerk.get("/surveys/status.csv?round=R2026-03").body())
        .containsPattern("ISS005,.*,受理,.*,2026-04-15,");
    assertThat(clerk.get("/surveys?round=R2026-03").body()).contains("clerk が提出", "郵送で届いたため");
  }

  @Test
  void closedRoundIsFoldedAndAReceiptSaysThatItCameLate() throws Exception {
    var clerk = world.as("clerk");
    assertThat(world.as("shirakaba").get("/upload").body())
        .contains("<details class=\"milestone\"><summary>調査回 R2025-09", "受付終了", "期限後の提出として記録します");
    String address =
        VisitorClient.location(
            clerk.upload("late.csv", bytes(later("R2025-09_ISS005.csv", "19:00:00"))));
    var fields = filled(clerk.get(address).body(), "郵送で届いたため");
    fields.put("arrived_on", "2026-03-01");
    var done = clerk.post(address, fields);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(clerk.follow(done).body()).contains("2026年3月1日", "期限後の提出として記録しました");
  }

  @Test
  void refusedCorrectionStandsBesideTheAnswerThatCounts() throws Exception {
    Path refused = world.landing().resolve("surveys/correction_ISS002.csv");
    Files.writeString(
        refused,
        world
            .survey("R2026-03_ISS002.csv")
            .replaceAll("2026-0[45]-[0-9T:+]+", "2026-05-30T10:00:00+09:00")
            .replaceFirst(",REPORTED,", ",REPORTET,"));
    try {
      assertThat(world.as("clerk").get("/surveys?round=R2026-03").body())
          .contains("2026-05-30 10:00 の提出は差し戻されました", "surveys/correction_ISS002.csv");
      assertThat(world.as("keyaki").get("/upload").body())
          .contains("2026-05-30 10:00:00 の提出は差し戻されました。前に受理した回答が有効です。");
      assertThat(world.as("shirakaba").get("/upload").body()).doesNotContain("差し戻されました");
    } finally {
      Files.delete(refused);
    }
  }

  @Test
  void roundIsTheSecretariatsAndItsCsvsAreMadeForExcel() {
    var clerk = world.as("clerk");
    assertThat(clerk.get("/surveys?round=R2026-03").body())
        .contains("督促の差込用CSV", "ISS014", "未提出", "対象");
    assertThat(clerk.get("/surveys?round=none").statusCode()).isEqualTo(404);
    for (String path : List.of("/surveys/mail-merge.csv", "/surveys/status.csv")) {
      var csv = clerk.get(path + "?round=R2026-03");
      assertThat(csv.statusCode()).isEqualTo(200);
      assertThat(csv.body())
          .as(path)
          .startsWith("\uFEFFrespondent_id,会社名,")
          .contains("提出期限", "\r\n");
      assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
          .contains("filename*=UTF-8''%");
    }
    String open = clerk.get("/surveys/mail-merge.csv?round=R2026-03").body();
    assertThat(open).contains("未提出").doesNotContain("ISS001");
    String everybody = world.server().get("/surveys").body();
    assertThat(everybody)
        .contains("回収率", "11 / 12")
        .doesNotContain("未提出", "ISS0", "mail-merge", "架空しらかば");
    assertThat(world.as("shirakaba").get("/surveys").body()).doesNotContain("ISS002", "mail-merge");
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
        nobody.upload("a.csv", bytes(world.survey("R2026-03_ISS001.csv")), Map.of("token", "x"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("送った内容は受け付けていません", "ファイルを選び直して");
  }
}
