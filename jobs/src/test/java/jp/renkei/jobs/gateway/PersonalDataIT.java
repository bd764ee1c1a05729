package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.Run;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.privacy.StoredBytes;
import jp.renkei.jobs.privacy.TextSearch;
import jp.renkei.warehouse.release.Audience;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Personal data stop at the door: planted in thousands of places of logs of every product, they are
 * in no table, file, release or log message after a run.
 */
class PersonalDataIT {
  @TempDir private static Path folder;
  private static SmallWorld world;
  private static PlantedLogs logs;
  private static TextSearch search;
  private static final StringWriter MESSAGES = new StringWriter();

  @BeforeAll
  static void runWithPlantedLogs() throws IOException {
    world = SmallWorld.copyTo(folder);
    logs = new PlantedLogs();
    for (String front : List.of("api", "web")) {
      logs.write(world.landing().resolve("gateway/ISS001"), front);
    }
    search = new TextSearch();
    for (var personal : logs.planted()) {
      personal.traces().forEach(search::add);
    }
    var told = new ArrayList<String>();
    var context = LoggerContext.getContext(false);
    var appender =
        WriterAppender.createAppender(
            PatternLayout.newBuilder().withPattern("%m%n%ex").build(),
            null,
            MESSAGES,
            "personal-data",
            false,
            true);
    appender.start();
    var root = context.getConfiguration().getRootLogger();
    Level before = root.getLevel();
    root.addAppender(appender, Level.INFO, null);
    // The console is spared; what went there, and much more, goes to the text.
    var console = root.getAppenders().get("console");
    root.removeAppender("console");
    root.setLevel(Level.INFO);
    context.updateLoggers();
    try {
      LogManager.getLogger(PersonalDataIT.class).info("The log is listened to");
      var outcome =
          Run.run(
              SparkForTests.session(),
              world.landing(),
              world.warehouse(),
              Optional.empty(),
              Clock.systemUTC(),
              told::add);
      assertThat(outcome.release()).isPresent();
      outcome.refusals().first().forEach(refusal -> told.add(refusal.japanese()));
      told.add(outcome.toString());
    } finally {
      root.removeAppender("personal-data");
      root.addAppender(console, null, null);
      root.setLevel(before);
      context.updateLoggers();
    }
    MESSAGES.write(String.join("\n", told));
  }

  @Test
  void thousandsOfPlacesAreInLanding() throws IOException {
    assertThat(logs.places()).isGreaterThan(1_000);
    var found = new HashSet<String>();
    try (var feeds = Files.list(world.landing().resolve("gateway/ISS001"))) {
      for (Path feed : feeds.filter(name -> name.toString().contains("planted-")).toList()) {
        StoredBytes.forEach(feed, (where, bytes) -> found.addAll(search.in(bytes)));
      }
    }
    assertThat(logs.planted())
        .hasSizeGreaterThan(10_000)
        .filteredOn(personal -> personal.traces().stream().noneMatch(found::contains))
        .as("planted, but not found where it was planted")
        .isEmpty();
  }

  /** Whether lines are accepted or refused, both fates are put to the test. */
  @Test
  void everyProductHasLinesOfBothFates() {
    var fates = new TreeMap<String, Set<String>>();
    for (var row :
        world.query(
            "select split_part(path, '/', 3) as feed, sum(accepted) as accepted, sum(rejected) as rejected"
                + " from silver.submission where path like '%/planted-%' group by all")) {
      String product = ((String) row.get("feed")).replaceAll("planted-(api|web)-|-[0-9]+$", "");
      var fate = fates.computeIfAbsent(product, unused -> new TreeSet<>());
      for (String column : List.of("accepted", "rejected")) {
        if (((Number) row.get(column)).longValue() > 20) {
          fate.add(column);
        }
      }
    }
    assertThat(fates.keySet()).isEqualTo(GatewayFormat.builtIn().keySet());
    assertThat(fates.values()).allMatch(fate -> fate.size() == 2);
  }

  @Test
  void nothingOfThemIsInTheWarehouse() throws IOException {
    var found = new TreeMap<String, Set<String>>();
    var looked = new TreeSet<String>();
    StoredBytes.forEach(
        world.warehouse(),
        (where, bytes) -> {
          looked.add(where);
          add(found, where, bytes);
        });
    assertThat(looked)
        .anyMatch(where -> where.matches("silver/access/.*[.]parquet path [(]dictionary[)]"))
        .anyMatch(where -> where.matches("bronze/rejected_line/.*[.]parquet raw_masked [(]page[)]"))
        .anyMatch(where -> where.matches(".*secretariat[.]duckdb .*silver.*rejected.*[(]rows[)]"))
        .anyMatch(where -> where.startsWith("access_keys/"));
    assertThat(found).isEmpty();
  }

  @Test
  void nothingOfThemIsInARelease() {
    var found = new TreeMap<String, Set<String>>();
    for (var audience : Audience.values()) {
      for (var table :
          SmallWorld.query(
              world.releases().get(0),
              audience,
              "select table_schema || '.' || table_name as name from information_schema.tables")) {
        String name = (String) table.get("name");
        String rows =
            SmallWorld.query(world.releases().get(0), audience, "select * from " + name).toString();
        add(found, audience + " " + name, rows.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothingOfThemIsToldOrLogged() {
    var found = new TreeMap<String, Set<String>>();
    add(found, "log", MESSAGES.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(MESSAGES.toString()).contains("The log is listened to").hasSizeGreaterThan(10_000);
    assertThat(found).isEmpty();
  }

  private static void add(TreeMap<String, Set<String>> found, String where, byte[] bytes) {
    var here = search.in(bytes);
    if (!here.isEmpty()) {
      found.put(where, here.stream().limit(5).collect(Collectors.toSet()));
    }
  }
}
