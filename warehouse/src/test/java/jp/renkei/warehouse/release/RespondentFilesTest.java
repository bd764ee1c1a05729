package jp.renkei.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RespondentFilesTest {
  @TempDir private Path folder;
  private Release release;

  /** Two issuers and an agent; the public has less of them, as each test says. */
  @BeforeEach
  void write() {
    release =
        new GivenReleases(folder)
            .release(
                1,
                "insert into silver.issuer (issuer_id, name_ja) values ('ISS001', '架空カード白樺'), ('ISS002', '架空カード欅')",
                "insert into silver.agent (agent_id, name_ja) values ('AGT001', '架空家計簿')");
  }

  @Test
  void ownInputsStandInFullWhereThePublicHasThemSuppressedOrNotAtAll() throws SQLException {
    figure(Audience.SECRETARIAT, "api_success_rate", "ISSUER", "ISS001", null, 11L);
    figure(Audience.SECRETARIAT, "api_success_rate", "ISSUER", "ISS002", null, 22L);
    figure(Audience.SECRETARIAT, "credential_custody_count", "AGENT", null, "AGT001", 33L);
    figure(Audience.PUBLIC, "api_success_rate", "ISSUER", "ISS001", null, null);
    RespondentFiles.write(release.folder());
    assertThat(figures("ISS001")).containsExactly("api_success_rate ISSUER ISS001 - 11 REPORTED");
    assertThat(figures("ISS002")).containsExactly("api_success_rate ISSUER ISS002 - 22 REPORTED");
    assertThat(figures("AGT001"))
        .containsExactly("credential_custody_count AGENT - AGT001 33 REPORTED");
  }

  @Test
  void everythingElseIsAsThePublicHasIt() throws SQLException {
    for (String kpi : List.of("contract_rate", "scraping_share", "witnessed_connection_rate")) {
      figure(Audience.SECRETARIAT, kpi, "ISSUER", "ISS001", null, 44L);
    }
    figure(Audience.PUBLIC, "contract_rate", "ISSUER", "ISS001", null, null);
    figure(Audience.PUBLIC, "scraping_share", "ISSUER", "ISS001", null, 44L);
    figure(Audience.SECRETARIAT, "active_user_count", "AGENT", null, "AGT001", 55L);
    figure(Audience.SECRETARIAT, "linked_account_count", "PAIR", "ISS001", "AGT001", 66L);
    figure(Audience.PUBLIC, "linked_account_count", "PAIR", "ISS001", "AGT001", 66L);
    figure(Audience.SECRETARIAT, "linked_account_count", "PAIR", "ISS002", "AGT001", 77L);
    figure(Audience.SECRETARIAT, "api_success_rate", "ALL", null, null, 88L);
    figure(Audience.PUBLIC, "api_success_rate", "ALL", null, null, 88L);
    RespondentFiles.write(release.folder());
    assertThat(figures("ISS001"))
        .containsExactly(
            "contract_rate ISSUER ISS001 - null SUPPRESSED",
            "linked_account_count PAIR ISS001 AGT001 66 REPORTED",
            "scraping_share ISSUER ISS001 - 44 REPORTED");
    assertThat(figures("ISS002")).isEmpty();
    assertThat(figures("AGT001"))
        .containsExactly("linked_account_count PAIR ISS001 AGT001 66 REPORTED");
  }

  @Test
  void predecessorsPartsAndStrangeSlicesAreAsPublic() throws SQLException {
    figure(Audience.SECRETARIAT, "api_success_rate", "ISSUER", "ISS001", null, 11L);
    change(Audience.SECRETARIAT, "update gold.kpi_value set issuer_basis = 'NOW'");
    figure(Audience.SECRETARIAT, "scraping_share", "AGENT", null, "AGT001", 22L);
    change(
        Audience.SECRETARIAT,
        "update gold.kpi_value set slice = 'size_band', slice_value = 'UNKNOWN' where kpi_id = 'scraping_share'");
    figure(Audience.SECRETARIAT, "linked_account_count", "AGENT", null, "AGT001", 33L);
    change(
        Audience.SECRETARIAT,
        "update gold.kpi_value set slice = 'access_method', slice_value = 'API' where kpi_id = 'linked_account_count'");
    RespondentFiles.write(release.folder());
    assertThat(figures("ISS001")).isEmpty();
    assertThat(figures("AGT001"))
        .containsExactly("linked_account_count AGENT - AGT001 33 REPORTED");
  }

  @Test
  void aFileHoldsItsRespondentsNameAndNobodyElses() throws IOException {
    RespondentFiles.write(release.folder());
    try (var reader = release.openRespondent("ISS002").orElseThrow()) {
      assertThat(reader.lacking()).isEmpty();
      String names = "select name_ja from silver.issuer union all select name_ja from silver.agent";
      List<String> found =
          reader.read(queries -> queries.fetch(names).getValues("name_ja", String.class));
      assertThat(found).containsExactly("架空カード欅");
    }
    for (var other : Map.of("ISS001", "白樺", "ISS002", "欅", "AGT001", "家計簿").entrySet()) {
      for (String id : List.of("ISS001", "ISS002", "AGT001")) {
        String bytes = Files.readString(release.respondentFile(id), StandardCharsets.ISO_8859_1);
        String name =
            new String(
                other.getValue().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(name)).as(id + " " + other).isEqualTo(id.equals(other.getKey()));
      }
    }
  }

  /** Of its own accord DuckDB 2 writes what no older program opens. */
  @Test
  void programsOlderThanOursOpenTheFiles() throws SQLException {
    RespondentFiles.write(release.folder());
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "attach '%s' as written (read_only)".formatted(release.respondentFile("ISS001")));
      try (var row =
          statement.executeQuery(
              "select tags['storage_version'] from duckdb_databases() where database_name = 'written'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).startsWith(FileStorage.VERSION);
      }
    }
  }

  @Test
  void nothingButTheFilesStaysInTheFolder() throws IOException {
    assertThat(release.hasRespondentFiles()).isFalse();
    assertThat(release.openRespondent("ISS001")).isEmpty();
    RespondentFiles.write(release.folder());
    assertThat(release.hasRespondentFiles()).isTrue();
    assertThat(release.openRespondent("ISS999")).isEmpty();
    try (var files = Files.list(release.folder().resolve("respondents"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ISS001.duckdb", "ISS002.duckdb", "AGT001.duckdb");
    }
  }

  @Test
  void noIdLeadsOutOfTheFolder() throws SQLException {
    change(
        Audience.SECRETARIAT,
        "update silver.issuer set issuer_id = '../%2e''x' where issuer_id = 'ISS001'");
    var written = RespondentFiles.write(release.folder());
    assertThat(written)
        .allSatisfy(
            one ->
                assertThat(one.file().normalize().getParent())
                    .isEqualTo(release.folder().resolve("respondents")));
    assertThat(release.openRespondent("../%2e'x"))
        .isPresent()
        .get()
        .satisfies(ReleaseReader::close);
  }

  @Test
  void theSameContentHasTheSameHashAndAnotherAnother() throws SQLException {
    figure(Audience.SECRETARIAT, "api_success_rate", "ISSUER", "ISS001", null, 11L);
    figure(Audience.SECRETARIAT, "api_latency_p50_ms", "ISSUER", "ISS001", null, 12L);
    var before = hashes();
    assertThat(before).containsOnlyKeys("AGT001", "ISS001", "ISS002");
    change(Audience.SECRETARIAT, "create table rows as from gold.kpi_value");
    change(Audience.SECRETARIAT, "delete from gold.kpi_value");
    change(Audience.SECRETARIAT, "insert into gold.kpi_value from rows order by kpi_id desc");
    assertThat(hashes()).isEqualTo(before);
    change(Audience.SECRETARIAT, "update gold.kpi_value set numerator = 13 where numerator = 12");
    assertThat(hashes().get("ISS001")).isNotEqualTo(before.get("ISS001"));
    assertThat(hashes().get("ISS002")).isEqualTo(before.get("ISS002"));
  }

  /** Written anew each time. */
  private Map<String, String> hashes() {
    try (var files = Files.walk(release.folder().resolve("respondents"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // There are none yet.
      assertThat(release.hasRespondentFiles()).isFalse();
    }
    return RespondentFiles.write(release.folder()).stream()
        .collect(
            Collectors.toMap(
                RespondentFiles.Written::respondentId,
                RespondentFiles.Written::contentHash,
                (one, other) -> one,
                TreeMap::new));
  }

  private List<String> figures(String respondentId) {
    try (var reader = release.openRespondent(respondentId).orElseThrow()) {
      return reader.read(
          queries ->
              queries
                  .fetch(
                      """
                      select concat_ws(' ', kpi_id, entity_level, coalesce(issuer_id, '-'), coalesce(agent_id, '-'),
                                       coalesce(cast(numerator as varchar), 'null'), value_state) as line
                      from   gold.kpi_value order by line""")
                  .getValues("line", String.class));
    }
  }

  /** A row of gold.kpi_value; suppressed without a number. */
  private void figure(
      Audience audience, String kpi, String level, String issuer, String agent, Long number)
      throws SQLException {
    change(
        audience,
        """
        insert into gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, agent_id, period_type, period_start,
                                    numerator, value_state, basis, issuer_basis)
        values ('%s', 1, '%s', %s, %s, 'POINT', date '2026-03-31', %s, '%s', 'SURVEY', 'THEN')"""
            .formatted(
                kpi,
                level,
                issuer == null ? "null" : "'" + issuer + "'",
                agent == null ? "null" : "'" + agent + "'",
                number,
                number == null ? "SUPPRESSED" : "REPORTED"));
  }

  private void change(Audience audience, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + release.file(audience));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
