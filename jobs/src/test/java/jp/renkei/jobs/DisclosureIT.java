package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Security by absence: what the public must not see is not in the public's file. */
class DisclosureIT {
  @TempDir private Path folder;

  @Test
  void whoDoesNotConsentIsNowhereInThePublicFile() throws IOException {
    var world = SmallWorld.copyTo(folder);
    var release = world.release(1);
    var silent = new ArrayList<String>();
    for (var row :
        world.query(
            """
            select distinct c.company_id, coalesce(i.name_ja, a.name_ja) as name_ja, coalesce(i.name_en, a.name_en) as name_en
            from gold.company_consent c
            left join silver.issuer i on i.issuer_id = c.company_id
            left join silver.agent a on a.agent_id = c.company_id
            where c.publication_consent <> 'NAMED'
            """)) {
      row.values().forEach(value -> silent.add((String) value));
    }
    assertThat(silent).hasSizeGreaterThan(5);
    var tables =
        SmallWorld.query(
            release,
            Audience.PUBLIC,
            "select table_schema || '.' || table_name as name from information_schema.tables");
    assertThat(tables).hasSizeGreaterThan(5);
    for (var table : tables) {
      String rows =
          SmallWorld.query(release, Audience.PUBLIC, "select * from " + table.get("name"))
              .toString();
      assertThat(silent).as("%s", table).noneMatch(rows::contains);
    }
    String bytes =
        new String(Files.readAllBytes(release.file(Audience.PUBLIC)), StandardCharsets.ISO_8859_1);
    assertThat(silent)
        .noneMatch(
            text ->
                bytes.contains(
                    new String(
                        text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    // The test would not see a text that DuckDB packs; this one it must see.
    assertThat(bytes).contains("api_adoption_rate");
  }

  /** The owner of a milestone is a text, in which a company may stand by id or name. */
  @Test
  void ownersOfMilestonesThatDoNotConsentAreNotInThePublicFile() throws IOException {
    var world = SmallWorld.copyTo(folder);
    var silent =
        world
            .query(
                """
                select i.issuer_id as id, i.name_ja as name
                from   silver.issuer i join gold.company_consent c on c.company_id = i.issuer_id
                where  c.publication_consent <> 'NAMED'
                order  by id limit 1
                """)
            .get(0);
    String row = "%s,M1,試験,,題,%s,2026-01-01,2026-03-31,,,NOT_STARTED,,,架空事務局,2026-01-01\n";
    Files.writeString(
        world.landing().resolve("roadmap/owners.csv"),
        "milestone_id,measure_id,measure_ja,issuer_id,title_ja,owner,baseline_start,baseline_end,"
            + "forecast_end,actual_end,status,kpi_id,reason,stated_by,stated_on\n"
            + row.formatted("MS901", silent.get("id"))
            + row.formatted("MS902", silent.get("name"))
            + row.formatted("MS903", "架空事務局"));
    world.run();
    String owners =
        "select milestone_id, owner from gold.milestone where milestone_id like 'MS90_' order by 1";
    assertThat(SmallWorld.query(world.release(2), Audience.SECRETARIAT, owners))
        .extracting(found -> found.get("owner"))
        .containsExactly(silent.get("id"), silent.get("name"), "架空事務局");
    assertThat(SmallWorld.query(world.release(2), Audience.PUBLIC, owners))
        .extracting(found -> found.get("owner"))
        .containsExactly(null, null, "架空事務局");
  }

  /** What a company says may name the company it is about, so that it is there with both or not. */
  @Test
  void commentsOfAndOnCompaniesThatDoNotConsentAreNotInThePublicFile() throws IOException {
    var world = SmallWorld.copyTo(folder);
    String pair =
        """
        select issuer_id, agent_id, period_start from gold.kpi_value
        where  entity_level = 'PAIR' and kpi_id = 'linked_account_count' and slice_value = 'API'
          and  issuer_id %s (select company_id from gold.company_consent where publication_consent = 'NAMED')
          and  agent_id in (select company_id from gold.company_consent where publication_consent = 'NAMED')
        order  by period_start desc, issuer_id, agent_id limit 1
        """;
    var silent = world.query(pair.formatted("not in")).get(0);
    var named = world.query(pair.formatted("in")).get(0);
    var rows = new StringBuilder();
    for (var one : List.of(silent, named)) {
      String name = one == silent ? "伏せる組" : "示す組";
      String figure = "linked_account_count,%s,PAIR,%s,access_method,API,SURVEY,1,%s,2026-05-01\n";
      for (String side : List.of("issuer_id", "agent_id")) {
        String other = side.equals("issuer_id") ? "agent_id" : "issuer_id";
        rows.append(one.get(side))
            .append(",,")
            .append(figure.formatted(one.get("period_start"), one.get(other), name + side));
      }
    }
    Files.writeString(
        world.landing().resolve("comments/zz.csv"),
        "respondent_id,release_id,kpi_id,period,entity_level,counterparty_id,slice,slice_value,"
            + "basis,definition_version,comment,stated_on\n"
            + rows);
    world.run();
    String said =
        "select comment from gold.kpi_comment where comment like '%組%_id' order by comment";
    assertThat(SmallWorld.query(world.release(2), Audience.SECRETARIAT, said))
        .extracting(row -> row.get("comment"))
        .containsExactlyInAnyOrder("伏せる組agent_id", "伏せる組issuer_id", "示す組agent_id", "示す組issuer_id");
    assertThat(SmallWorld.query(world.release(2), Audience.PUBLIC, said))
        .extracting(row -> row.get("comment"))
        .containsExactlyInAnyOrder("示す組agent_id", "示す組issuer_id");
  }

  /** A1_01 and the parts of A7 and A9 are for the associations at most, whoever consents. */
  @Test
  void thePublicHasNoSingleAnswerThatIsNotPublishedToIt() {
    var world = SmallWorld.copyTo(folder);
    String cards = "select count(*) as n from gold.adoption where cards is not null";
    String parts =
        "select distinct left(part_id, 2) as part from gold.guideline_conformity order by part";
    assertThat(world.query(cards).get(0).get("n")).isNotEqualTo(0L);
    assertThat(world.query(parts)).extracting(row -> row.get("part")).contains("A6", "A7");
    assertThat(SmallWorld.query(world.release(1), Audience.PUBLIC, cards).get(0).get("n"))
        .isEqualTo(0L);
    assertThat(SmallWorld.query(world.release(1), Audience.PUBLIC, parts))
        .extracting(row -> row.get("part"))
        .containsExactly("A6");
  }

  @ParameterizedTest
  @EnumSource(value = Audience.class, mode = EnumSource.Mode.EXCLUDE, names = "SECRETARIAT")
  void nobodyOutsideHasAConfidentialTable(Audience audience) {
    var world = SmallWorld.copyTo(folder);
    assertThat(
            SmallWorld.query(
                world.release(1),
                audience,
                "select table_schema || '.' || table_name as name from information_schema.tables"))
        .extracting(row -> row.get("name"))
        .doesNotContainAnyElementsOf(
            List.of(
                "silver.access",
                "silver.answer",
                "silver.rejected",
                "silver.submission",
                "gold.linkage_cell",
                "gold.access_daily"));
  }

  @Test
  void noSqlReachesAFileThatTheReleaseDoesNotHave() {
    var world = SmallWorld.copyTo(folder);
    for (var audience : Audience.values()) {
      for (String path :
          List.of("silver/answer/*.parquet", world.warehouse() + "/silver/answer/*.parquet")) {
        assertThatThrownBy(
                () ->
                    SmallWorld.query(
                        world.release(1), audience, "select * from read_parquet('" + path + "')"))
            .as("%s as %s", path, audience)
            .hasMessageContaining("disabled by configuration");
      }
    }
    assertThatThrownBy(
            () ->
                SmallWorld.query(
                    world.release(1),
                    Audience.PUBLIC,
                    "select * from read_parquet('silver/access/*.parquet')"))
        .hasMessageContaining("disabled by configuration");
  }
}
