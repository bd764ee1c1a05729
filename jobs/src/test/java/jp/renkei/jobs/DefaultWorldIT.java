package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.jobs.release.Publication;
import jp.renkei.jobs.sample.PlantedKind;
import jp.renkei.jobs.sample.SampleOptions;
import jp.renkei.jobs.sample.SampleStory;
import jp.renkei.jobs.sample.SampleWorld;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
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
          "entity_level",
          "issuer_id",
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
    new Publication(
            new WarehouseFolder(WORLD.resolve("warehouse")), WORLD.resolve("landing"), clock)
        .publish(release, "第2回検討会", "事務局");
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
        "select * from gold.kpi_value where entity_level = 'ALL'"
            + " or (entity_level = 'ISSUER' and issuer_id = 'ISS001' and period_type = 'POINT')"
            + " or basis = 'CDR_METRICS'"
            + " order by kpi_id, entity_level, period_type, period_start, slice nulls first, slice_value");
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
