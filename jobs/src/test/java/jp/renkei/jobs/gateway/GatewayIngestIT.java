package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.SharedData;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.gateway.classify.AgentNetwork;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayIngestIT {
  private static final PseudonymKey KEY =
      PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");
  private static final Validity ALWAYS = new Validity(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final AccessRegisters NO_ALIAS =
      new AccessRegisters(Set.of("ISS1", "ISS2"), List.of(), List.of());
  private static final AccessRegisters WITH_ALIAS =
      new AccessRegisters(
          Set.of("ISS1", "ISS2"),
          List.of(new ClientAlias("ISS1", "c1", "AGT1", ALWAYS)),
          List.of(new AgentNetwork("AGT2", "100.43.83.0/24", ALWAYS)));
  private static final String API_FEED =
      """
      product: renkei-jsonl
      front: api
      routes:
        - {template: "/v1/statements/{id}", api_type: STATEMENT_DETAIL}
      """;

  @TempDir Path folder;
  private GatewayLanding landing;

  @BeforeEach
  void makeLanding() {
    landing = new GatewayLanding(folder.resolve("landing"));
  }

  private static String line(int index, String client) {
    return """
        {"event_time":"2026-01-05T23:59:%02d.5+09:00","client_id":"%s","method":"GET","path":"/v1/statements/%d?x","status":200,\
        "latency_ms":12.5,"bytes_out":10,"user":"u%d","request_id":"1a2b3c4d%08x","client_ip":"192.0.2.77","attended":true,"environment":"prod"}
        """
        .formatted(index % 60, client, index, index % 3, index);
  }

  private List<GatewayFileResult> ingest(AccessRegisters registers) throws IOException {
    return GatewayIngest.ingest(
        SparkForTests.session(), warehouse(), landing.files(), registers, KEY, result -> {});
  }

  private Path warehouse() {
    return folder.resolve("warehouse");
  }

  private Path table(String name) {
    return TableFolder.of(warehouse(), TableName.of(name));
  }

  private Dataset<Row> read(String name) {
    return SparkForTests.session().read().format("delta").load(table(name).toString());
  }

  private static String state(List<GatewayFileResult> results, int index) {
    var result = results.get(index);
    return "%s %d = %d + %d + %d %s"
        .formatted(
            result.state(),
            result.lines(),
            result.accepted(),
            result.rejected(),
            result.duplicates(),
            result.problems().stream().map(problem -> problem.code().name()).toList());
  }

  @Test
  void takesALogLineByLine() throws IOException {
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    landing.put(
        "gateway/ISS1/api/a.jsonl",
        line(1, "c1")
            + "\n"
            + line(2, "c9")
            + line(1, "c1")
            + "{\"card\":\"4111 1111 1111 1111\"}\n");
    var results = ingest(WITH_ALIAS);
    assertThat(state(results, 0)).isEqualTo("TAKEN 4 = 2 + 1 + 1 []");
    assertThat(
            read("silver.access")
                .orderBy("line")
                .selectExpr(
                    "concat_ws(' ', line, issuer_id, feed_id, front, access_date, agent_id, access_method, rule_id, route_kind, path, status, latency_ms, client_net, request_id, length(user_hash))")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "1 ISS1 api api 2026-01-05 AGT1 API api_known_client STATEMENT_DETAIL /v1/statements/{id} 200 12.5 192.0.2.0/24 1a2b3c4d00000001 32",
            "3 ISS1 api api 2026-01-05 UNKNOWN api_unknown_client STATEMENT_DETAIL /v1/statements/{id} 200 12.5 192.0.2.0/24 1a2b3c4d00000002 32");
    var rejected = read("bronze.rejected_line").collectAsList();
    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).<Long>getAs("line")).isEqualTo(5);
    assertThat(rejected.get(0).<String>getAs("reason")).isEqualTo("CARD_NUMBER_FOUND");
    assertThat(rejected.get(0).<String>getAs("raw_masked")).isEqualTo("{\"***\":\"***\"}");
    assertThat(read("bronze.gateway_file").first().<Long>getAs("duplicates")).isEqualTo(1);
  }

  @Test
  void leavesNoCardNumberInAnyFile() throws IOException {
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    landing.put(
        "gateway/ISS1/api/a.jsonl",
        line(1, "c1")
            + line(2, "4111111111111111")
            + line(3, "\\u0034111111111111111")
            + line(4, "c1").replace("?x", "/4111%2d1111%2d1111%2d1111"));
    assertThat(state(ingest(NO_ALIAS), 0)).isEqualTo("TAKEN 4 = 1 + 3 + 0 []");
    try (var files = Files.walk(warehouse())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("4111111111111111", "u0034111", "4111%2d1111");
      }
    }
    read("bronze.rejected_line")
        .collectAsList()
        .forEach(row -> assertThat(row.toString()).doesNotContain("41111111", "4111%2d1111"));
  }

  @Test
  void doesNothingTheSecondTimeAndSaysSoFast() throws IOException {
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    landing.put("gateway/ISS1/api/a.jsonl", line(1, "c1"));
    ingest(WITH_ALIAS);
    long version = DeltaSnapshot.latestVersion(table("silver.access")).orElseThrow();
    long start = System.nanoTime();
    var results = ingest(WITH_ALIAS);
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    assertThat(state(results, 0)).isEqualTo("UNCHANGED 0 = 0 + 0 + 0 []");
    assertThat(DeltaSnapshot.latestVersion(table("silver.access"))).contains(version);
  }

  @Test
  void readsALogAnewWhenItsAliasesArriveLater() throws IOException {
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    landing.put("gateway/ISS1/api/a.jsonl", line(1, "c1") + "x\n");
    landing.put("gateway/ISS2/api/feed.yaml", API_FEED);
    landing.put("gateway/ISS2/api/a.jsonl", line(2, "c1"));
    ingest(NO_ALIAS);
    assertThat(read("silver.access").filter("agent_id is not null").count()).isZero();
    var results = ingest(WITH_ALIAS);
    assertThat(state(results, 0)).isEqualTo("TAKEN 2 = 1 + 1 + 0 []");
    // The other issuer's aliases did not change, nor do networks matter to an API log.
    assertThat(state(results, 1)).isEqualTo("UNCHANGED 0 = 0 + 0 + 0 []");
    assertThat(read("silver.access").count()).isEqualTo(2);
    assertThat(read("silver.access").filter("agent_id = 'AGT1'").count()).isEqualTo(1);
    assertThat(read("bronze.rejected_line").count()).isEqualTo(1);
    assertThat(read("bronze.gateway_file").count()).isEqualTo(2);
    ingest(NO_ALIAS);
    assertThat(read("silver.access").filter("agent_id is not null").count()).isZero();
  }

  @Test
  void goesOnWhereAKilledRunStopped() throws IOException {
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    landing.put("gateway/ISS1/api/a.jsonl", line(1, "c1") + "x\n");
    ingest(WITH_ALIAS);
    // As if the kill had come before the last commit: the table of accesses never heard of it.
    try (var files = Files.walk(table("silver.access"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertThat(state(ingest(WITH_ALIAS), 0)).isEqualTo("TAKEN 2 = 1 + 1 + 0 []");
    assertThat(read("silver.access").count()).isEqualTo(1);
    assertThat(read("bronze.rejected_line").count()).isEqualTo(1);
    assertThat(read("bronze.gateway_file").count()).isEqualTo(1);
  }

  @Test
  void holdsADamagedArchiveBackAndLetsOthersGoOn() throws IOException {
    byte[] whole =
        LogLinesTest.gzip((line(1, "c1") + line(2, "c1")).getBytes(StandardCharsets.UTF_8));
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    landing.put("gateway/ISS1/api/a.jsonl.gz", Arrays.copyOf(whole, whole.length - 9));
    landing.put("gateway/ISS1/api/b.jsonl.gz", whole);
    var results = ingest(WITH_ALIAS);
    assertThat(state(results, 0)).isEqualTo("REFUSED 0 = 0 + 0 + 0 [DAMAGED_ARCHIVE]");
    assertThat(state(results, 1)).isEqualTo("TAKEN 2 = 2 + 0 + 0 []");
    assertThat(state(ingest(WITH_ALIAS), 0)).isEqualTo("REFUSED 0 = 0 + 0 + 0 [DAMAGED_ARCHIVE]");
    assertThat(read("silver.access").count()).isEqualTo(2);
    assertThat(read("bronze.rejected_line").select("reason").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("DAMAGED_ARCHIVE");
    var taken = CommittedSources.of(table("silver.access"));
    assertThat(results)
        .extracting(result -> taken.taken("silver.access", result.file().sha256()).isPresent())
        .containsExactly(false, true);
  }

  @Test
  void namesWhatIsWrongWithAFeedAndLetsOthersGoOn() throws IOException {
    landing
        .put("gateway/ISS1/good/feed.yaml", API_FEED)
        .put("gateway/ISS1/good/a.log", line(1, "c"));
    landing.put("gateway/ISS1/none/a.log", line(2, "c"));
    landing.put("gateway/ISS1/odd/feed.yaml", "product: kong3\nfront: api\n");
    landing.put("gateway/ISS1/odd/a.log", line(3, "c"));
    landing.put("gateway/ISS1/twice/feed.yaml", API_FEED);
    landing.put("gateway/ISS1/twice/a.log", line(1, "c"));
    landing.put("gateway/ISS1/wrong/feed.yaml", "produkt: x\n");
    landing.put("gateway/ISS1/wrong/a.log", line(4, "c"));
    landing.put("gateway/ISS9/api/feed.yaml", API_FEED);
    landing.put("gateway/ISS9/api/a.log", line(5, "c"));
    var results = new ArrayList<>(ingest(NO_ALIAS));
    assertThat(results)
        .extracting(
            result ->
                result.file().path().split("/")[2]
                    + " "
                    + result.state()
                    + " "
                    + result.problems().stream().map(problem -> problem.code().name()).toList())
        .containsExactly(
            "good TAKEN []",
            "none REFUSED [FEED_MISSING]",
            "odd REFUSED [UNKNOWN_PRODUCT]",
            "twice REFUSED [SAME_CONTENT]",
            "wrong REFUSED [FEED_INVALID]",
            "api REFUSED [UNKNOWN_ISSUER]");
    assertThat(results.get(2).problems().get(0).toString())
        .startsWith("gateway/ISS1/odd/feed.yaml: 検出値「kong3」、期待値「apache-combined, ")
        .contains(", renkei-jsonl, ");
  }

  @Test
  void takesARealWebLog() throws IOException {
    byte[] log =
        Files.readAllBytes(SharedData.path("gateway-logs/apache-combined/access-10000.log"));
    landing.put(
        "gateway/ISS1/web/feed.yaml",
        "product: apache-combined\nfront: web\nroutes: [{template: \"/presentations/{name}/\", kind: statement}]\n");
    landing.put("gateway/ISS1/web/access.log.gz", LogLinesTest.gzip(log));
    assertThat(state(ingest(WITH_ALIAS), 0)).isEqualTo("TAKEN 10000 = 9999 + 1 + 0 []");
    var access = read("silver.access");
    assertThat(access.filter("access_method is null or route_kind is null").count()).isZero();
    assertThat(access.filter("rule_id = 'web_agent_network' and agent_id = 'AGT2'").count())
        .isEqualTo(
            new String(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("100.43.83.") && line.endsWith("\""))
                .count());
    assertThat(access.filter("access_method = 'EXCLUDED'").count()).isGreaterThan(500);
    assertThat(access.filter("path like '%?%'").count()).isZero();
  }

  @Test
  void refusesEveryFileOfTheJsonTestSuiteAsLines() throws IOException {
    landing.put("gateway/ISS1/api/feed.yaml", API_FEED);
    long lines = 0;
    try (var files = Files.list(SharedData.path("hostile/json-test-suite/test_parsing"))) {
      for (Path file : files.sorted().toList()) {
        landing.put("gateway/ISS1/api/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    for (var result : ingest(WITH_ALIAS)) {
      assertThat(result.accepted()).as(result.file().path()).isZero();
      assertThat(result.rejected()).isEqualTo(result.lines());
      lines += result.lines();
    }
    assertThat(read("bronze.rejected_line").count()).isEqualTo(lines).isGreaterThan(300);
  }
}
