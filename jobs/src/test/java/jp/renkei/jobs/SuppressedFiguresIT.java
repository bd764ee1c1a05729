package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import jp.renkei.jobs.check.DuckDbTablesOfVersions;
import jp.renkei.jobs.release.Publication;
import jp.renkei.jobs.release.disclosure.EarlierReleases;
import jp.renkei.jobs.release.disclosure.ReleaseAttack;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which figures the public's file has, beside the other files and the releases before. */
class SuppressedFiguresIT {
  @TempDir private Path folder;

  /** By today's issuer less by that of then would be the figure of the one that was taken over. */
  @Test
  void whatTookOverACompanyThatDoesNotConsentHasNoCommonHistoryInThePublicFile()
      throws IOException {
    var world = SmallWorld.copyTo(folder);
    String issuers =
        """
        select distinct issuer_id from silver.issuer join gold.company_consent c on c.company_id = issuer_id
        where  valid_to is null and issuer_id not in ('ISS001', 'ISS009') and c.publication_consent %s 'NAMED'
        order  by issuer_id
        """;
    var named =
        world.query(issuers.formatted("=")).stream().map(row -> row.get("issuer_id")).toList();
    var silent = world.query(issuers.formatted("<>")).get(0).get("issuer_id");
    Files.writeString(
        world.landing().resolve("register/successions.csv"),
        "old_id,new_id,kind,effective_on\n"
            + "%s,%s,MERGER,2026-01-01\n".formatted(silent, named.get(0))
            + "%s,%s,MERGER,2026-01-01\n".formatted(named.get(1), named.get(2)));
    world.run();
    String now =
        "select distinct issuer_id from gold.kpi_value where issuer_basis = 'NOW' order by issuer_id";
    assertThat(SmallWorld.query(world.release(2), Audience.SECRETARIAT, now))
        .extracting(row -> row.get("issuer_id"))
        .containsExactlyInAnyOrder(named.get(0), named.get(2));
    assertThat(SmallWorld.query(world.release(2), Audience.PUBLIC, now))
        .extracting(row -> row.get("issuer_id"))
        .containsExactly(named.get(2));
  }

  /** Nobody stands behind the figures of a family that consents whole who is not named by them. */
  @Test
  void aFamilyThatConsentsHasItsCommonHistoryInThePublicFile() throws IOException {
    var world = SmallWorld.copyTo(folder);
    var family =
        world
            .query(
                """
                select distinct issuer_id from silver.issuer join gold.company_consent c on c.company_id = issuer_id
                where  valid_to is null and issuer_id not in ('ISS001', 'ISS009') and c.publication_consent = 'NAMED'
                order  by issuer_id limit 2 offset 1
                """)
            .stream()
            .map(row -> row.get("issuer_id"))
            .toList();
    Files.writeString(
        world.landing().resolve("register/successions.csv"),
        "old_id,new_id,kind,effective_on\n"
            + "%s,%s,MERGER,2026-01-01\n".formatted(family.get(0), family.get(1)));
    world.run();
    String connections =
        """
        select issuer_basis, issuer_id, period_start, value from gold.kpi_value
        where  issuer_id in ('%s', '%s') and entity_level = 'ISSUER' and kpi_id = 'api_connection_count'
        order  by issuer_basis, issuer_id, period_start"""
            .formatted(family.get(0), family.get(1));
    assertThat(SmallWorld.query(world.release(2), Audience.PUBLIC, connections))
        .isEqualTo(SmallWorld.query(world.release(2), Audience.SECRETARIAT, connections))
        .allMatch(row -> row.get("value") != null)
        .extracting(row -> row.get("issuer_basis"))
        .contains("NOW", "THEN");
  }

  /** By one version less by the other would be the figure of what lies between them. */
  @Test
  void nobodyOutsideHasTwoVersionsOfAFigure() {
    var world = SmallWorld.copyTo(folder);
    String twice =
        """
        select kpi_id, period_start from gold.kpi_value
        group  by kpi_id, period_start having count(distinct definition_version) > 1""";
    String versions =
        "select distinct definition_version as version from gold.kpi_value"
            + " where kpi_id = 'two_side_match_rate' order by version";
    String signed =
        "select count(*) as n from gold.kpi_supplement where figure = 'signed_cells_match_rate'";
    for (var audience : Audience.values()) {
      boolean isOutside = audience.isUnderDisclosureControl();
      assertThat(SmallWorld.query(world.release(1), audience, twice).isEmpty())
          .as("%s", audience)
          .isEqualTo(isOutside);
      assertThat(SmallWorld.query(world.release(1), audience, versions))
          .extracting(row -> row.get("version"))
          .containsExactly(1L, 2L);
      assertThat(SmallWorld.query(world.release(1), audience, signed).get(0).get("n").equals(0L))
          .as("%s", audience)
          .isEqualTo(isOutside);
    }
  }

  @Test
  void thePublicHasOfTheFiguresBesideKpisThoseThatNameNobodyWithoutConsent() {
    var world = SmallWorld.copyTo(folder);
    String levels =
        "select distinct entity_level as level from gold.kpi_supplement order by entity_level";
    assertThat(SmallWorld.query(world.release(1), Audience.PUBLIC, levels))
        .extracting(row -> row.get("level"))
        .containsExactly("AGENT", "ALL", "ISSUER", "PAIR");
    String count = "select count(*) as n from gold.kpi_supplement";
    String named =
        count
            + " where coalesce(issuer_id in (select company_id from named), true)"
            + " and coalesce(agent_id in (select company_id from named), true)"
            + " and figure <> 'signed_cells_match_rate'"
            + " and (issuer_id is null or not"
            + " (starts_with(figure, 'rule_') or starts_with(figure, 'unknown_share_')))";
    var expected =
        world.query(
            "with named as (select company_id from gold.company_consent"
                + " where publication_consent = 'NAMED') "
                + named);
    var all = world.query(count);
    assertThat(SmallWorld.query(world.release(1), Audience.PUBLIC, count))
        .isEqualTo(expected)
        .isNotEqualTo(all);
  }

  /** Who holds both releases must not have what each of them keeps. */
  @Test
  void nothingComesBackBesideTheReleaseThatWasPublishedBefore() throws IOException {
    var world = SmallWorld.copyTo(folder);
    publish(world, 1);
    addMilestone(world);
    world.run();
    assertThat(ReleaseAttack.on(world.release(2), List.of(world.release(1))).findings()).isEmpty();
    String suppressed =
        "select (kpi_id, entity_level, issuer_id, agent_id, slice, slice_value, period_start, basis)::varchar as row"
            + " from gold.kpi_value where value_state = 'SUPPRESSED' and basis <> 'ROADMAP'";
    var before = SmallWorld.query(world.release(1), Audience.PUBLIC, suppressed);
    assertThat(before).isNotEmpty();
    assertThat(SmallWorld.query(world.release(2), Audience.PUBLIC, suppressed))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  /** A figure that goes back to what it was is in the hands of who kept the older file. */
  @Test
  void whatAnyReleaseShowedThatWasOpenIsKnown() throws IOException {
    var world = SmallWorld.copyTo(folder);
    publish(world, 1);
    addMilestone(world);
    world.run();
    publish(world, 2);
    var opened = new WarehouseFolder(world.warehouse()).releases().everOpen();
    assertThat(opened).extracting(Release::id).containsExactly(2, 1);
    try (var tables = tables(world, world.release(1))) {
      var all = EarlierReleases.read(opened, tables);
      var newest = EarlierReleases.read(opened.subList(0, 1), tables);
      var oldest = EarlierReleases.read(opened.subList(1, 2), tables);
      assertThat(all.shown()).isEqualTo(oldest.shown()).containsAll(newest.shown());
      assertThat(all.suppressed()).isEqualTo(oldest.suppressed()).isNotEmpty();
      assertThat(all.shown())
          .filteredOn(key -> !newest.shown().contains(key))
          .anyMatch(key -> key.contains("milestone_on_time_rate"));
    }
  }

  /** The tables that a release was made of, as the pipeline left them. */
  private static DuckDbTablesOfVersions tables(SmallWorld world, Release release) {
    var versions = new TreeMap<TableName, Long>();
    release
        .manifest()
        .tableVersions()
        .forEach((table, version) -> versions.put(TableName.of(table), version));
    versions.keySet().removeIf(table -> !table.layer().equals("gold"));
    return DuckDbTablesOfVersions.open(new WarehouseFolder(world.warehouse()), versions);
  }

  private static void publish(SmallWorld world, int id) {
    new Publication(
            new WarehouseFolder(world.warehouse()),
            world.landing(),
            Clock.systemUTC(),
            release -> {})
        .publish(id, Publication.Terms.of("第" + id + "回検討会"), "事務局");
  }

  private static void addMilestone(SmallWorld world) throws IOException {
    Files.writeString(
        world.landing().resolve("roadmap/more.csv"),
        "milestone_id,measure_id,measure_ja,issuer_id,title_ja,owner,baseline_start,baseline_end,"
            + "forecast_end,actual_end,status,kpi_id,reason,stated_by,stated_on\n"
            + "MS901,M1,試験,,題,架空事務局,2026-01-01,2026-03-31,,,NOT_STARTED,,,架空事務局,2026-01-01\n");
  }

  /** The rules that may be known and the counts of what they took stand in every file. */
  @Test
  void rulesAndCountsOfWhatIsSuppressedArePublished() {
    var world = SmallWorld.copyTo(folder);
    for (var audience : Audience.values()) {
      assertThat(
              SmallWorld.query(
                  world.release(1), audience, "select parameter from gold.disclosure_rule"))
          .extracting(row -> row.get("parameter"))
          .contains("fewest_respondents")
          .doesNotContain("dominance_percent");
      var counted =
          SmallWorld.query(
              world.release(1),
              audience,
              "select coalesce(sum(\"rows\"), 0)::bigint as n from gold.suppression_summary where table_name = 'gold.kpi_value'");
      assertThat(counted)
          .as("%s", audience)
          .isEqualTo(
              SmallWorld.query(
                  world.release(1),
                  audience,
                  "select count(*) as n from gold.kpi_value where value_state = 'SUPPRESSED'"));
      assertThat(counted.get(0).get("n").equals(0L)).isEqualTo(audience == Audience.SECRETARIAT);
    }
  }

  /** A suppressed row has no number anywhere, so that it cannot pass for nothing. */
  @Test
  void suppressedRowsHaveNoNumber() {
    var world = SmallWorld.copyTo(folder);
    for (String table : List.of("gold.kpi_value", "gold.kpi_supplement")) {
      assertThat(
              SmallWorld.query(
                  world.release(1),
                  Audience.PUBLIC,
                  "select * from %s where value_state = 'SUPPRESSED' and coalesce(numerator, denominator, value) is not null"
                      .formatted(table)))
          .isEmpty();
    }
  }
}
