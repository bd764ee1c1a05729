package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.summary.SigningKey;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A summary and the raw logs of the same months give the same figures. */
class IssuerSummaryIT {
  private static final List<YearMonth> MONTHS =
      List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
  private static final String VALUES =
      "select * exclude (basis, comparability_group) from gold.kpi_value where basis = '%s' order by all";

  @TempDir Path folder;

  private Path landing(String name) {
    return folder.resolve(name).resolve("landing");
  }

  private Run.Outcome run(String name) {
    return Run.run(
        SparkForTests.session(),
        landing(name),
        folder.resolve(name).resolve("warehouse"),
        Optional.empty(),
        Clock.systemUTC(),
        message -> {});
  }

  private List<String> query(String name, String sql) {
    var newest =
        new WarehouseFolder(folder.resolve(name).resolve("warehouse"))
            .releases()
            .newest()
            .orElseThrow();
    return SmallWorld.query(newest, Audience.SECRETARIAT, sql).stream()
        .map(row -> row.values().toString())
        .toList();
  }

  private Summarizing.Outcome summarize(String from, String to, String createdAt)
      throws IOException {
    Path key = folder.resolve("issuer.pem");
    if (!Files.exists(key)) {
      String publicKey = SigningKey.make(key).base64();
      IssuerLogs.place(
          landing(to),
          "register/issuer_keys.csv",
          "issuer_id,public_key,valid_from,valid_to\nI1," + publicKey + ",2026-01-01,\n");
    }
    return Summarizing.run(
        SparkForTests.session(),
        new Summarizing.Request(
            IssuerLogs.ISSUER,
            landing(from).resolve("gateway/I1"),
            landing(to).resolve("register"),
            MONTHS,
            SigningKey.read(key),
            landing(to).resolve("summaries/I1"),
            folder.resolve("work")),
        Clock.fixed(Instant.parse(createdAt), ZoneOffset.UTC),
        message -> {});
  }

  @Test
  void givesTheFiguresThatTheRawLogsGive() throws IOException {
    IssuerLogs.writeAll(landing("raw"));
    IssuerLogs.writeWithoutLogs(landing("summary"));
    assertThat(run("raw").release()).isPresent();
    var outcome = summarize("raw", "summary", "2026-03-05T00:00:00Z");
    assertThat(outcome.files()).hasSize(2).allSatisfy(file -> assertThat(file).exists());
    assertThat(outcome.isKeyKnown()).contains(true);
    assertThat(outcome.accepted() + outcome.rejected() + outcome.duplicates())
        .isEqualTo(outcome.lines());
    assertThat(List.of(outcome.rejected(), outcome.duplicates())).doesNotContain(0L);
    var landed = run("summary");
    assertThat(landed.release()).isPresent();
    assertThat(landed.refusals().isEmpty()).isTrue();

    var figures = query("raw", VALUES.formatted("GATEWAY_LOG"));
    assertThat(figures).hasSizeGreaterThan(40);
    assertThat(query("summary", VALUES.formatted("ISSUER_SUMMARY")))
        .containsExactlyElementsOf(figures);
    // What a survey figure takes from logs.
    assertThat(query("summary", VALUES.formatted("SURVEY")))
        .containsExactlyElementsOf(query("raw", VALUES.formatted("SURVEY")));
    assertThat(
            query(
                "raw",
                "select kpi_id from gold.kpi_value where basis = 'SURVEY'"
                    + " and kpi_id = 'witnessed_connection_rate' and numerator > 0"))
        .isNotEmpty();
    for (var table : List.of("access_daily", "fetch_month", "issuer_month_users")) {
      assertThat(query("summary", "select * from silver.summary_" + table + " order by all"))
          .isNotEmpty()
          .containsExactlyElementsOf(query("raw", "select * from gold." + table + " order by all"));
    }
    String coverage =
        "select access_date, issuer_id, feed_id, is_due, is_covered from gold.%slog_coverage order by all";
    assertThat(query("summary", coverage.formatted("summary_")))
        .containsExactlyElementsOf(query("raw", coverage.formatted("")));
    assertThat(query("summary", "select * from gold.data_quality where finding_id like 'summary%'"))
        .isEmpty();
    assertThat(verified("summary")).isEmpty();
    keepsTheTotalsOfOneIssuerFromThePublic();
    tellsNothingButCounts(outcome.files());
    takesASummaryOnceAndTheNewestOfAMonth();
    showsBothApartWhereThereAreBoth();
  }

  private void keepsTheTotalsOfOneIssuerFromThePublic() {
    var release =
        new WarehouseFolder(folder.resolve("summary").resolve("warehouse"))
            .releases()
            .newest()
            .orElseThrow();
    String levels =
        "select distinct entity_level from gold.kpi_value"
            + " where basis = 'ISSUER_SUMMARY' and value is not null order by all";
    assertThat(SmallWorld.query(release, Audience.SECRETARIAT, levels))
        .extracting(row -> row.get("entity_level"))
        .containsExactly("AGENT", "ALL", "ISSUER", "PAIR");
    assertThat(SmallWorld.query(release, Audience.PUBLIC, levels))
        .extracting(row -> row.get("entity_level"))
        .doesNotContain("AGENT", "ALL");
  }

  private List<?> verified(String name) {
    var warehouse = new WarehouseFolder(folder.resolve(name).resolve("warehouse"));
    var newest = warehouse.releases().newest().orElseThrow();
    var versions = new java.util.TreeMap<jp.renkei.warehouse.table.TableName, Long>();
    newest
        .manifest()
        .tableVersions()
        .forEach(
            (table, version) ->
                versions.put(jp.renkei.warehouse.table.TableName.of(table), version));
    return Verification.of(
        warehouse, versions, newest.manifest().asOf(), Optional.empty(), new java.util.TreeMap<>());
  }

  private void tellsNothingButCounts(List<Path> files) throws IOException {
    for (var file : files) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(text)
          .doesNotContain("203.0.113")
          .doesNotContain("198.51.100")
          .doesNotContain("Mozilla")
          .doesNotContain("/v1/")
          .doesNotContain("statements")
          .doesNotContain(".jsonl");
      assertThat(text.lines().flatMap(line -> Stream.of(line.split("[,\"]"))))
          .doesNotContain("c1", "c2", "c3", "unknown", "u1", "u7", "r1", "r100", "w12");
    }
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  private void takesASummaryOnceAndTheNewestOfAMonth() throws IOException {
    assertThat(run("summary").release()).isEmpty();
    String states =
        "select path, state, submitted_at from silver.submission where kind = 'SUMMARY' order by all";
    assertThat(query("summary", states)).hasSize(2).allMatch(row -> row.contains("ACCEPTED"));
    // The same logs once more, a month on: another file in the same place, the same figures.
    var before = query("summary", VALUES.formatted("ISSUER_SUMMARY"));
    summarize("raw", "summary", "2026-04-01T00:00:00Z");
    run("summary");
    assertThat(query("summary", states))
        .hasSize(4)
        .filteredOn(row -> row.contains("2026-03-05"))
        .allMatch(row -> row.contains("SUPERSEDED"));
    assertThat(query("summary", VALUES.formatted("ISSUER_SUMMARY"))).isEqualTo(before);
    // A file that was taken away stays.
    Files.delete(landing("summary").resolve("summaries/I1/I1_2026-02.zip"));
    run("summary");
    assertThat(query("summary", VALUES.formatted("ISSUER_SUMMARY"))).isEqualTo(before);
  }

  private void showsBothApartWhereThereAreBoth() throws IOException {
    SmallWorld.copy(landing("raw").resolve("gateway"), landing("summary").resolve("gateway"));
    run("summary");
    String findings =
        "select finding_id, subject from gold.data_quality where finding_id like 'summary%' order by all";
    assertThat(query("summary", findings))
        .containsExactly(
            "[summary_beside_logs, summaries/I1 2026-01]",
            "[summary_beside_logs, summaries/I1 2026-02]");
    assertThat(query("summary", VALUES.formatted("ISSUER_SUMMARY")))
        .containsExactlyElementsOf(query("summary", VALUES.formatted("GATEWAY_LOG")));
    Files.delete(landing("summary").resolve("gateway/I1/api/2026-02-03.jsonl"));
    Files.writeString(
        landing("summary").resolve("gateway/I1/api/more.jsonl"),
        "{\"event_time\":\"2026-02-10T10:00:00+09:00\",\"client_id\":\"c1\",\"method\":\"GET\","
            + "\"path\":\"/v1/statements/9\",\"status\":200,\"user\":\"new\",\"request_id\":\"x\"}\n");
    run("summary");
    assertThat(query("summary", findings))
        .containsExactly(
            "[summary_beside_logs, summaries/I1 2026-01]",
            "[summary_differs_from_logs, summaries/I1 2026-02]");
    // Other registers than those that the summary was made with.
    IssuerLogs.place(
        landing("summary"),
        "register/agent_networks.csv",
        "agent_id,cidr,valid_from,valid_to\nA3,203.0.113.0/24,,\n");
    IssuerLogs.place(
        landing("summary"),
        "register/agents.csv",
        "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
            + "publication_consent,valid_from,valid_to\nA1,,子,,,yes,NAMED,,\nA3,,寅,,,no,NAMED,,\n");
    run("summary");
    assertThat(query("summary", findings))
        .contains(
            "[summary_other_registers, summaries/I1 2026-02]",
            "[summary_unknown_agent, summaries/I1 2026-01]");
  }
}
