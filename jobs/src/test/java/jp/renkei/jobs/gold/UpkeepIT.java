package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.SourceId;
import jp.renkei.jobs.delta.StoredValue;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.run.Step;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept up to date by days and months is what would be made of everything anew. */
class UpkeepIT {
  private static final TableDefinition ACCESS =
      TableCatalog.builtIn().table(TableName.of("silver.access"));
  private static final List<String> TABLES =
      List.of(
          "gold.access_daily",
          "silver.log_file_day",
          "silver.api_user_hour",
          "gold.fetch_month",
          "gold.issuer_month_users");
  private static final Predicate<Step> UPKEEP =
      step -> step.writes().stream().anyMatch(table -> TABLES.contains(table.toString()));

  @TempDir Path folder;
  private int contexts;

  /** Commits log files, each as its number says, or withdraws those without rows. */
  private void commit(Path warehouse, Map<Integer, String> logs) throws Exception {
    Path table = warehouse.resolve("silver/access");
    var commit = SourceCommit.to(table, ACCESS);
    contexts++;
    for (var log : logs.entrySet()) {
      var source =
          new SourceId(
              "silver.access", Sha256.of("log " + log.getKey()), Integer.toHexString(contexts + 1));
      if (log.getValue().isEmpty()) {
        commit.add(source);
        continue;
      }
      var rows = GivenRows.of("silver.access", HEADER + log.getValue()).rows();
      try (var file =
          TableParquetFile.create(
              ACCESS, table, source, List.of("issuer_id", "front", "access_date"))) {
        for (var row : rows) {
          var values = new Object[row.size()];
          for (int index = 0; index < values.length; index++) {
            values[index] = StoredValue.of(ACCESS.columns().get(index).type(), row.get(index));
          }
          file.write(values);
        }
        commit.add(source, file.finish());
      }
    }
    commit.commit();
  }

  private static final String HEADER =
      "submission_id | line | issuer_id | feed_id | front | event_at | access_date | agent_id | access_method | rule_id | route_kind | status | latency_ms | user_hash | request_id\n";

  /** A log of some days, its content decided by its number and its edition. */
  private static String log(int number, int edition) {
    var random = new Random(number * 31L + edition);
    var text = new StringBuilder();
    int day = 1 + random.nextInt(55);
    for (int line = 1; line <= 12; line++) {
      int at = day + random.nextInt(number % 3 == 0 ? 10 : 1);
      String date = java.time.LocalDate.of(2026, 1, 1).plusDays(at).toString();
      text.append(
          "s%d | %d | I%d | api | api | %sT%02d:%02d:00+09:00 | %s | %s | %s | r%d | CARD_LIST | %d | %d.5 | u%d | %s%n"
              .formatted(
                  number,
                  line,
                  number % 2,
                  date,
                  random.nextInt(24),
                  random.nextInt(60),
                  date,
                  random.nextInt(4) == 0 ? "-" : "A" + random.nextInt(2),
                  random.nextInt(4) == 0 ? "UNKNOWN" : "API",
                  edition,
                  random.nextInt(4) == 0 ? 503 : 200,
                  random.nextInt(3000),
                  random.nextInt(4),
                  random.nextBoolean() ? "-" : "q" + line));
    }
    return text.toString();
  }

  private Map<String, List<String>> content(GivenWarehouse warehouse) {
    var tables = warehouse.run(step -> false);
    var content = new TreeMap<String, List<String>>();
    for (var name : TABLES) {
      var columns =
          String.join(" | ", TableCatalog.builtIn().table(TableName.of(name)).columnNames());
      content.put(name, GivenRows.lines(tables.select("select * from " + name), columns));
    }
    return content;
  }

  @Test
  void comesToTheSameInWhateverOrderFilesComeGoAndAreReadAnew() throws Exception {
    var random = new Random(20261123);
    for (int trial = 0; trial < 2; trial++) {
      Path kept = folder.resolve("kept" + trial);
      var warehouse = new GivenWarehouse(kept);
      var standing = new TreeMap<Integer, String>();
      for (int batch = 0; batch < 6; batch++) {
        var logs = new TreeMap<Integer, String>();
        for (int file = random.nextInt(4); file >= 0; file--) {
          int number = random.nextInt(9);
          boolean isWithdrawn = standing.containsKey(number) && random.nextInt(3) == 0;
          logs.put(number, isWithdrawn ? "" : log(number, batch % 2));
        }
        commit(kept, logs);
        standing.putAll(logs);
        if (random.nextInt(3) == 0) {
          // As after a kill between the commit and the note of it.
          Files.deleteIfExists(warehouse.folder().memory());
        }
        if (random.nextInt(3) > 0) {
          warehouse.run(UPKEEP);
        }
      }
      warehouse.run(UPKEEP);
      Path fresh = folder.resolve("fresh" + trial);
      commit(fresh, standing);
      var anew = new GivenWarehouse(fresh);
      anew.run(UPKEEP);
      assertThat(content(warehouse)).as("trial " + trial).isEqualTo(content(anew));
    }
  }

  @Test
  void touchesOnlyTheFilesOfTheMonthsThatANewLogHasDaysOf() throws Exception {
    var warehouse = new GivenWarehouse(folder);
    var january =
        "s1 | 1 | I1 | api | api | 2026-01-05T09:00:00+09:00 | 2026-01-05 | A1 | API | r | CARD_LIST | 200 | 1.0 | u1 | q\n";
    commit(folder, Map.of(1, january, 2, january.replace("2026-01", "2026-02")));
    warehouse.run(UPKEEP);
    var before = files("gold.access_daily", warehouse);
    commit(folder, Map.of(3, january.replace("2026-01-05", "2026-02-06").replace("u1", "u2")));
    warehouse.run(UPKEEP);
    var after = files("gold.access_daily", warehouse);
    assertThat(before).hasSize(2);
    assertThat(after).hasSize(2);
    assertThat(new ArrayList<>(after)).containsAnyElementsOf(before);
    assertThat(after).isNotEqualTo(before);
    // Of the keys nothing is written again.
    assertThat(files("silver.api_user_hour", warehouse)).hasSize(3);
    assertThat(warehouse.make("gold.fetch_month", "month | fetches | users"))
        .containsExactly("2026-01-01 | 1 | 1", "2026-02-01 | 2 | 2");
  }

  private static List<String> files(String table, GivenWarehouse warehouse) {
    return DeltaSnapshot.latest(warehouse.folder().table(TableName.of(table)))
        .orElseThrow()
        .files();
  }
}
