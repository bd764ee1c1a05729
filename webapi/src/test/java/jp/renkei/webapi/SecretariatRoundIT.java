package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the secretariat does in a round: accept on behalf, follow who answered, remind. */
class SecretariatRoundIT {
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

  @Test
  void secretariatAcceptsOnBehalfWithANote() throws Exception {
    var clerk = world.as("clerk");
    byte[] file = SurveyWorld.bytes(world.later("R2026-03_ISS005.csv", "18:00:00"));
    String address = VisitorClient.location(clerk.upload("by-post.csv", file));
    String page = clerk.get(address).body();
    assertThat(page).contains("代理受付の理由", "ISS005");
    var fields = VisitorClient.filled(page, "郵送で届いたため");
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
        .contains("<details class=\"milestone\"><summary>調査回 R2025-09", "最終期限後", "期限後の提出として記録します");
    String address =
        VisitorClient.location(
            clerk.upload(
                "late.csv", SurveyWorld.bytes(world.later("R2025-09_ISS005.csv", "19:00:00"))));
    var fields = VisitorClient.filled(clerk.get(address).body(), "郵送で届いたため");
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
    // Machines read the one, clerks the other.
    var heads = Map.of("/surveys/mail-merge.csv", "respondent_id", "/surveys/status.csv", "回答者ID");
    for (String path : heads.keySet()) {
      var csv = clerk.get(path + "?round=R2026-03");
      assertThat(csv.statusCode()).isEqualTo(200);
      assertThat(csv.body())
          .as(path)
          .startsWith("\uFEFF" + heads.get(path) + ",会社名,")
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
}
