package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.warehouse.quality.Waiver;
import jp.renkei.warehouse.quality.Waivers;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** データ品質: what the secretariat is to look at before it publishes, and nobody else sees. */
class QualityTest {
  private static final String HOSTILE = "gateway/x/<script>alert(1)</script>.log";

  @TempDir private static Path folder;
  private static RunningServer secretariat;
  private static RunningServer open;

  @BeforeAll
  static void serve() {
    var warehouse = new SampleWarehouse(folder).release(1, QualityTest::findings);
    warehouse.release(2).publish(1, "第2回検討会").publish(2, "第3回検討会");
    new Waivers(folder.resolve("landing"))
        .waive(
            new Waiver(
                "future_date",
                "gateway/ISS001 10",
                3,
                "時計の誤りと確認した",
                "<係長>",
                Instant.parse("2026-06-01T20:00:00Z")));
    secretariat =
        new RunningServer(
            warehouse.store(),
            Audience.SECRETARIAT,
            new WebPlaces(folder.resolve("landing"), Path.of("no-such-users.yaml"), List.of()));
    open = new RunningServer(warehouse.store(), Audience.PUBLIC);
  }

  /** Into the secretariat's file only; the public's has no such tables. */
  private static void findings(DSLContext queries) {
    if (queries
        .fetch("select 1 from information_schema.tables where table_name = 'data_quality'")
        .isEmpty()) {
      return;
    }
    for (int day = 10; day < 70; day++) {
      queries.execute(
          "insert into gold.data_quality values ('future_date', 'ERROR', ?, '受領した日より後の日付です。', 3)",
          "gateway/ISS001 " + day);
    }
    queries.execute(
        "insert into gold.data_quality values ('log_gap', 'WARNING', ?, '欠落です。', 1234)", HOSTILE);
    queries.execute(
        "insert into gold.data_quality values ('a_new_rule', 'NOTICE', 'x', '知らない規則の指摘です。', 1)");
    queries.execute(
        """
        insert into gold.log_coverage
          (access_date, month, issuer_id, feed_id, is_due, is_covered, is_gap, is_low, files, accepted, duplicates, rejected)
        select date '2026-02-01' + i::int, date_trunc('month', date '2026-02-01' + i::int), 'ISS001', 'api', true,
               i not in (3, 4), i in (3, 4), i = 40, 1, 5, 0, 0
        from   range(59) t(i)""");
    queries.execute(
        "insert into gold.rejected_summary values ('GATEWAY', 'NOT_JSON', 2, 1234), ('SURVEY', 'BAD_VALUE', 1, 1)");
    queries.execute(
        """
        insert into gold.figure_move
        values (1, 'scraping_share', 1, 'ALL', null, null, null, null, 'MONTH', '2026-01-01',
                1, 2, 0.5, 1, 4, 0.25, 'NEW_LOG NETWORK_LIST'),
               (1, 'scraping_share', 1, 'ISSUER', 'ISS001', null, null, null, 'MONTH', '2026-01-01',
                1, 2, 0.75, 1, 4, 0.125, 'NEW_LOG')""");
  }

  @AfterAll
  static void stop() {
    secretariat.close();
    open.close();
  }

  @Test
  void tellsFindingsByRuleTheGravestFirst() {
    String page = secretariat.get("/quality?release=1").body();
    assertThat(page)
        .contains("受領日より後の日付（60件）", "ほかに 10 件あります。すべては表 gold.data_quality にあります。")
        .contains("ログの欠落（1件）", "1,234", "a_new_rule（1件）", "知らない規則の指摘です。")
        .contains("gateway/x/&lt;script&gt;alert(1)&lt;/script&gt;.log")
        .doesNotContain("<script>alert(1)");
    assertThat(page.indexOf("受領日より後の日付（60件）")).isLessThan(page.indexOf("ログの欠落（1件）"));
    assertThat(page.indexOf("ログの欠落（1件）")).isLessThan(page.indexOf("a_new_rule（1件）"));
  }

  @Test
  void tellsWhoAnswersForAnErrorAndWhichAreOpen() {
    assertThat(secretariat.get("/quality?release=1").body())
        .contains("了承済み（&lt;係長&gt;、2026年6月2日）：時計の誤りと確認した", "未解決", ">ログの行又は日付</th>");
    assertThat(secretariat.get("/quality?release=1&lang=en").body())
        .contains("Waived by &lt;係長&gt; on 2026-06-02", "it does not decide the as-of date");
  }

  @Test
  void tellsWhichDaysOfLogsAreThereAndWhatWasNotAccepted() {
    assertThat(secretariat.get("/quality?release=1").body())
        .contains("直前28日間の中央値から80％以上減った日", "31 / 31", "急減1日", "26 / 28", "欠落2日")
        .contains("ゲートウェイログ</th><td><code>NOT_JSON</code>", "調査票</th><td><code>BAD_VALUE</code>");
  }

  @Test
  void tellsWhichFiguresMovedAndWhatMayHaveMovedThem() {
    assertThat(secretariat.get("/quality?release=1").body())
        .contains("2026年1月", "50.0%", "25.0%", "新しいログ、電代業者のネットワーク", "会社別のものなど 1 件が動きました")
        .doesNotContain("75.0%", "12.5%");
  }

  @Test
  void everyKindHasItsWordsInBothLanguages() throws IOException {
    String kinds =
        Files.readString(
            Path.of("../jobs/src/main/java/jp/renkei/jobs/landing/SubmissionKind.java"));
    var keys =
        Pattern.compile("(?m)^  ([A-Z_]+)[,\\n]")
            .matcher(kinds)
            .results()
            .map(found -> "submission_kind." + found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(keys).contains("submission_kind.SUMMARY", "submission_kind.CORRECTION");
    for (String bundle : List.of("messages", "messages_en")) {
      var words = new Properties();
      try (var text =
          Files.newBufferedReader(
              Path.of("src/main/resources/jp/renkei/webapi/frame/" + bundle + ".properties"))) {
        words.load(text);
      }
      assertThat(words.stringPropertyNames()).as(bundle).containsAll(keys);
    }
  }

  @Test
  void saysWhereThereIsNothing() {
    assertThat(secretariat.get("/quality").body())
        .contains("指摘はありません。", "すべて受理しました。", "ゲートウェイログの提出元はありません。");
  }

  @Test
  void isInTheMenuOfTheSecretariatOnly() {
    assertThat(secretariat.get("/").body()).contains("href=\"/quality\"", "データ品質");
    assertThat(open.get("/").body()).doesNotContain("/quality");
    assertThat(open.get("/quality").statusCode()).isEqualTo(404);
    assertThat(secretariat.get("/quality?release=1&lang=en").body())
        .contains("Date after the day of receipt", "Gap: 2 d", "New log, Agents’ networks");
  }
}
