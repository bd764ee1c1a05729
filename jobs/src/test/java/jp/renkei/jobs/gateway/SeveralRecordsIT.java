package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose lines hold several records, into the tables. */
class SeveralRecordsIT {
  private static final PseudonymKey KEY =
      PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");

  @TempDir Path folder;

  private static String record(int second, String status) {
    return ("{\"started_at\":17675712%02d000,\"client_ip\":\"203.0.113.77\",\"request\":{\"method\":\"GET\",\"uri\":\"/v1/points?a\"},"
            + "\"response\":{\"status\":%s,\"headers\":{\"x-kong-request-id\":\"r%d\"}},\"consumer\":{\"id\":\"c-1\"}}")
        .formatted(second, status, second);
  }

  private GatewayFileResult ingest(GatewayLanding landing) throws IOException {
    return GatewayIngest.ingest(
            SparkForTests.session(),
            folder.resolve("warehouse"),
            landing.files(),
            new AccessRegisters(Set.of("ISS1"), List.of(), List.of()),
            KEY,
            result -> {})
        .get(0);
  }

  private Dataset<Row> read(String name) {
    var table = TableFolder.of(folder.resolve("warehouse"), TableName.of(name));
    return SparkForTests.session().read().format("delta").load(table.toString());
  }

  private List<String> rows(String table, String... columns) {
    return read(table)
        .orderBy("line")
        .selectExpr("concat_ws(' ', " + String.join(", ", columns) + ")")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void numbersRecordsThroughTheFileAndSaysWhereABadOneStands() throws IOException {
    var landing = new GatewayLanding(folder.resolve("landing"));
    landing.put("gateway/ISS1/api/feed.yaml", "product: kong\nfront: api\n");
    landing.put(
        "gateway/ISS1/api/a.jsonl",
        "[%s,%s]\n\n%s\n[%s,%s"
            .formatted(
                record(1, "200"),
                record(2, "\"200\""),
                record(3, "499"),
                record(1, "200"),
                record(4, "200").substring(0, 60)));
    var result = ingest(landing);
    assertThat(
            "%d = %d + %d + %d"
                .formatted(
                    result.lines(), result.accepted(), result.rejected(), result.duplicates()))
        .isEqualTo("5 = 2 + 2 + 1");
    assertThat(rows("silver.access", "line", "status", "path", "client_net"))
        .containsExactly("1 200 /v1/points 203.0.113.0/24", "3 499 /v1/points 203.0.113.0/24");
    assertThat(rows("bronze.rejected_line", "line", "reason", "found"))
        .containsExactly(
            "2 WRONG_TYPE 1行目の2件目：/response/status：文字列", "5 TRUNCATED_LINE 4行目の2件目：オブジェクトの途中で行末");
  }

  @Test
  void refusesAFeedThatDoesNotGoTogetherWithItsProduct() throws IOException {
    var landing = new GatewayLanding(folder.resolve("landing"));
    landing.put(
        "gateway/ISS1/api/feed.yaml",
        "product: tyk\nfront: api\nfields: {user: {from: a, in: /records/*}}\n");
    landing.put("gateway/ISS1/api/a.jsonl", "{}\n");
    var result = ingest(landing);
    assertThat(result.problems().get(0).code()).isEqualTo(FileProblem.Code.FEED_INVALID);
    assertThat(result.problems().get(0).toString()).contains("tyk");
  }
}
