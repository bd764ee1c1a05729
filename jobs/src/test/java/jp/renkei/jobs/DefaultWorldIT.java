package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.jobs.release.Publication;
import jp.renkei.jobs.release.ReleaseVerification;
import jp.renkei.jobs.release.disclosure.ReleaseAttack;
import jp.renkei.jobs.sample.PlantedKind;
import jp.renkei.jobs.sample.SampleOptions;
import jp.renkei.jobs.sample.SampleStory;
import jp.renkei.jobs.sample.SampleWorld;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableCatalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The default sample world at its full size, run once. Its published release stays in {@code
 * target/sample-world} of the project, where the browser tests of the pages read it.
 */
class DefaultWorldIT {
  private static final Path WORLD = Path.of("../target/sample-world");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<String> COLUMNS =
      List.of(
          "kpi_id",
          "definition_version",
          "entity_level",
          "issuer_id",
          "issuer_basis",
          "slice",
          "slice_value",
          "period_type",
          "period_start",
          "numerator",
          "denominator",
          "value",
          "value_low",
          "value_high",
          "n_respondents",
          "value_state",
          "status");
  private static final List<String> SUPPLEMENT_COLUMNS =
      List.of(
          "kpi_id",
          "figure",
          "entity_level",
          "issuer_id",
          "slice",
          "slice_value",
          "period_start",
          "numerator",
          "denominator",
          "value");

  private static SampleStory story;
  private static Release release;

  @BeforeAll
  static void runTheDefaultWorld() throws IOException {
    remove(WORLD);
    story = SampleWorld.write(WORLD.resolve("landing"), SampleOptions.defaults());
    var clock = Clock.systemUTC();
    release =
        Run.run(
                SparkForTests.session(),
                WORLD.resolve("landing"),
                WORLD.resolve("warehouse"),
                Optional.empty(),
                clock,
                message -> {})
            .release()
            .orElseThrow();
    var warehouse = new WarehouseFolder(WORLD.resolve("warehouse"));
    new Publication(
            warehouse,
            WORLD.resolve("landing"),
            clock,
            new ReleaseVerification(warehouse)::confirmForPublication)
        .publish(release.id(), Publication.Terms.of("第2回検討会"), "事務局");
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(entry);
        }
      }
    }
  }

  /**
   * The values of the whole industry, of one issuer, and of the one that states its figures; {@code
   * -Dgolden.update=true} writes them anew.
   */
  @Test
  void valuesAreThoseOfTheGoldenFile() throws IOException {
    assertKept(
        GOLDEN.resolve("kpi-values.csv"),
        COLUMNS,
        "select * from gold.kpi_value"
            + " where entity_level = 'ALL' and (period_type in ('POINT', 'FY') or slice is null)"
            + " or (entity_level = 'ISSUER' and issuer_id = 'ISS001' and period_type = 'POINT')"
            + " or basis = 'CDR_METRICS'"
            + " order by kpi_id, definition_version, entity_level, issuer_id, issuer_basis desc, basis,"
            + " period_type, period_start, slice nulls first, slice_value");
  }

  @Test
  void everyValueLiesWithinItsBounds() {
    assertThat(
            SmallWorld.query(
                release,
                Audience.SECRETARIAT,
                "select * from gold.kpi_value where value_low > value or value_high < value"))
        .isEmpty();
    assertThat(
            SmallWorld.query(
                release,
                Audience.SECRETARIAT,
                "select distinct kpi_id from gold.kpi_value"
                    + " where value_low is not null and value_high is not null"))
        .hasSizeGreaterThan(5);
  }

  /** The parts of what the slices part, and of what issuers are parts of. */
  @Test
  void everyRatioOfTheIndustryLiesBetweenThoseOfItsSlices() {
    assertThat(
            SmallWorld.query(
                release,
                Audience.SECRETARIAT,
                """
                with slice_range as (
                  select kpi_id, definition_version, basis, period_type, period_start, slice,
                         min(value) as lowest, max(value) as highest, sum(denominator) as counted
                  from   gold.kpi_value join gold.kpi_definition using (kpi_id, definition_version)
                  where  entity_level = 'ALL' and slice is not null and unit = 'ratio'
                  group  by all
                )
                select v.kpi_id, v.period_start, p.slice, v.value, p.lowest, p.highest
                from   gold.kpi_value v
                       join slice_range p using (kpi_id, definition_version, basis, period_type, period_start)
                where  v.entity_level = 'ALL' and v.slice is null and p.counted = v.denominator
                  and  not v.value between p.lowest and p.highest"""))
        .isEmpty();
  }

  /** What stands beside them, likewise. */
  @Test
  void figuresBesideTheValuesAreThoseOfTheGoldenFile() throws IOException {
    assertKept(
        GOLDEN.resolve("kpi-supplements.csv"),
        SUPPLEMENT_COLUMNS,
        "select * from gold.kpi_supplement where entity_level = 'ALL'"
            + " or (entity_level = 'ISSUER' and issuer_id = 'ISS001')"
            + " order by kpi_id, figure, entity_level, period_start, slice nulls first, slice_value");
  }

  /** How far they are on the way to their targets, likewise. */
  @Test
  void progressToTargetsIsThatOfTheGoldenFile() throws IOException {
    assertKept(
        GOLDEN.resolve("kpi-progress.csv"),
        TableCatalog.builtIn().table("gold.kpi_progress").columnNames().stream()
            .filter(column -> !column.equals("goal_document"))
            .toList(),
        "select * from gold.kpi_progress"
            + " order by kpi_id, definition_version, comparability_group, goal_on, goal_kind");
  }

  private static void assertKept(Path golden, List<String> columns, String sql) throws IOException {
    var text = new StringBuilder(String.join(",", columns)).append('\n');
    for (var row : SmallWorld.query(release, Audience.SECRETARIAT, sql)) {
      text.append(String.join(",", columns.stream().map(column -> cell(row, column)).toList()))
          .append('\n');
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text.toString().lines())
        .as("figures against %s; if the change is meant, run with -Dgolden.update=true", golden)
        .containsExactlyElementsOf(Files.readAllLines(golden, StandardCharsets.UTF_8));
  }

  private static String cell(Map<String, Object> row, String column) {
    Object value = row.get(column);
    if (value == null) {
      return "";
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.6f", number)
        : value.toString();
  }

  /** The attacker test of the catalogue: linear programs over all rows and their totals. */
  @Test
  void nobodyWorksOutAFigureThatIsSuppressed() {
    var attack = ReleaseAttack.on(release, List.of());
    assertThat(attack.findings()).isEmpty();
    assertThat(attack.targets()).isGreaterThan(1_000);
    assertThat(attack.took()).isLessThan(Duration.ofMinutes(5));
  }

  /**
   * Nor does a respondent that holds its own file: the agent with most figures. Of the small world
   * every respondent is tried.
   */
  @Test
  void noRespondentWorksOutAFigureByItsOwnFile() {
    var most =
        SmallWorld.query(
                release,
                Audience.SECRETARIAT,
                """
                select agent_id from gold.kpi_value where entity_level = 'AGENT' and value is not null
                group  by agent_id order by count(*) desc, agent_id limit 1""")
            .get(0);
    assertThat(ReleaseAttack.by((String) most.get("agent_id"), release).findings()).isEmpty();
  }

  /** Were nothing suppressed but the rows of who does not consent, theirs could be worked out. */
  @Test
  void theAttackerWorksOutWhatSuppressionKeeps() {
    assertThat(ReleaseAttack.onUnsuppressed(release).findings()).isNotEmpty();
  }

  @Test
  void everyLogLineIsAccountedFor() {
    var sums =
        SmallWorld.query(
                release,
                Audience.SECRETARIAT,
                """
                select cast(sum(lines) as bigint) as lines, cast(sum(accepted) as bigint) as accepted,
                  cast(sum(rejected) as bigint) as rejected, cast(sum(duplicates) as bigint) as duplicates
                from silver.submission where kind = 'GATEWAY'
                """)
            .get(0);
    assertThat(sums.get("lines"))
        .isEqualTo(SampleOptions.defaults().logLines() + story.extraLogLines());
    assertThat(sums.get("accepted")).isEqualTo(SampleOptions.defaults().logLines());
    assertThat(sums.get("duplicates")).isEqualTo(story.count(PlantedKind.LOG_DUPLICATE_LINE));
  }
}
