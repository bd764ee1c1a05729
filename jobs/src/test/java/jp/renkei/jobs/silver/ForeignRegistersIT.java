package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.SharedData;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.foreign.AustraliaTest;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From answers in landing to the months of gold, and what becomes of every file on the way. */
class ForeignRegistersIT {
  private static final String MONTHS =
      "month | is_gap | months_since_earlier | brands | entities | brands_without_entity"
          + " | new_brands | gone_brands | continuing_brands | rekeyed_brands | ambiguous_brands"
          + " | is_rekeying | is_drop_flagged";

  private static final TableName MONTH = TableName.of("gold.foreign_register_month");

  @TempDir Path folder;

  private Path register() {
    return folder.resolve("landing/foreign_registers/au_cdr");
  }

  private void put(String name, String text) throws IOException {
    Files.createDirectories(register());
    Files.writeString(register().resolve(name), text);
  }

  private Tables run() {
    return given().run(step -> true);
  }

  private GivenWarehouse given() {
    return new GivenWarehouse(folder.resolve("warehouse"))
        .landing(folder.resolve("landing"))
        .asOf("2026-03-31");
  }

  private static List<String> rows(Tables tables, String table, String columns) {
    return GivenRows.lines(tables.select("select * from " + table), columns);
  }

  /** DuckDB rebuilds the table from silver by SQL of its own. */
  private void assertSecondEngineAgrees() {
    var versions = new TreeMap<TableName, Long>();
    for (var table : TableCatalog.builtIn().all()) {
      DeltaSnapshot.latestVersion(given().folder().table(table.name()))
          .ifPresent(version -> versions.put(table.name(), version));
    }
    assertThat(
            Verification.of(
                given().folder(),
                versions,
                LocalDate.of(2026, 3, 31),
                Optional.empty(),
                Collections.emptySortedMap(),
                List.of(MONTH)))
        .filteredOn(difference -> difference.subject().equals(MONTH.toString()))
        .isEmpty();
  }

  @Test
  void makesAustraliasRegisterTheHistoryThatItIs() throws IOException {
    Path source = SharedData.path("registers/cdr-register");
    put("register.yaml", AustraliaTest.description());
    try (var files = Files.newDirectoryStream(source, "brands-*.json")) {
      for (Path file : files) {
        Files.copy(file, register().resolve(file.getFileName().toString()));
      }
    }
    var tables = run();
    assertThat(rows(tables, "gold.foreign_register_month", MONTHS))
        .containsExactly(
            "2022-05-01 | false | - | 112 | 77 | 0 | - | - | - | - | - | - | -",
            "2022-06-01 | false | 1 | 114 | 76 | 0 | 2 | 0 | 112 | 0 | 0 | false | false",
            "2022-07-01 | false | 1 | 114 | 76 | 0 | 0 | 0 | 114 | 0 | 0 | false | false",
            "2022-08-01 | false | 1 | 113 | 75 | 0 | 0 | 1 | 113 | 0 | 0 | false | false",
            "2022-09-01 | false | 1 | 113 | 75 | 0 | 0 | 0 | 0 | 113 | 0 | true | false",
            "2022-10-01 | false | 1 | 126 | 75 | 14 | 15 | 2 | 111 | 0 | 0 | false | false",
            "2022-11-01 | false | 1 | 127 | 77 | 13 | 1 | 0 | 125 | 1 | 0 | false | false",
            "2022-12-01 | false | 1 | 127 | 77 | 13 | 0 | 0 | 127 | 0 | 0 | false | false",
            "2023-01-01 | false | 1 | 127 | 77 | 13 | 0 | 0 | 127 | 0 | 0 | false | false",
            "2023-02-01 | false | 1 | 127 | 77 | 13 | 0 | 0 | 127 | 0 | 0 | false | false",
            "2023-03-01 | false | 1 | 126 | 76 | 13 | 0 | 1 | 126 | 0 | 0 | false | false",
            "2023-04-01 | false | 1 | 127 | 76 | 14 | 1 | 0 | 126 | 0 | 0 | false | false",
            "2023-05-01 | false | 1 | 123 | 76 | 10 | 0 | 4 | 123 | 0 | 0 | false | false",
            "2023-06-01 | false | 1 | 124 | 76 | 10 | 1 | 0 | 123 | 0 | 0 | false | false",
            "2023-07-01 | false | 1 | 124 | 76 | 10 | 0 | 0 | 124 | 0 | 0 | false | false",
            "2023-08-01 | false | 1 | 124 | 76 | 10 | 0 | 0 | 124 | 0 | 0 | false | false",
            "2023-09-01 | true | - | - | - | - | - | - | - | - | - | - | -",
            "2023-10-01 | false | 2 | 122 | 76 | 10 | 0 | 2 | 122 | 0 | 0 | false | false",
            "2023-11-01 | false | 1 | 122 | 76 | 10 | 0 | 0 | 122 | 0 | 0 | false | false",
            "2023-12-01 | false | 1 | 121 | 76 | 10 | 0 | 1 | 121 | 0 | 0 | false | false",
            "2024-01-01 | false | 1 | 122 | 77 | 9 | 1 | 0 | 120 | 1 | 0 | false | false",
            "2024-02-01 | false | 1 | 121 | 76 | 9 | 0 | 1 | 121 | 0 | 0 | false | false",
            "2024-03-01 | false | 1 | 120 | 76 | 9 | 0 | 1 | 120 | 0 | 0 | false | false",
            "2024-04-01 | false | 1 | 120 | 76 | 9 | 0 | 0 | 120 | 0 | 0 | false | false",
            "2024-05-01 | true | - | - | - | - | - | - | - | - | - | - | -",
            "2024-06-01 | true | - | - | - | - | - | - | - | - | - | - | -",
            "2024-07-01 | false | 3 | 120 | 77 | 9 | 1 | 1 | 119 | 0 | 0 | false | false",
            "2024-08-01 | false | 1 | 120 | 77 | 9 | 0 | 0 | 120 | 0 | 0 | false | false");
    assertThat(rows(tables, "silver.rejected", "path | reason")).isEmpty();
    assertThat(
            tables.select(
                "select count(*) as n, sum(accepted) as brands from silver.submission"
                    + " where kind = 'FOREIGN_SNAPSHOT' and state = 'ACCEPTED' and problems = 0"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("n", 25L).containsEntry("brands", 3_036L));
    assertSecondEngineAgrees();
  }

  private static String brands(String... idAndName) {
    var text = new StringBuilder("{");
    for (int i = 0; i < idAndName.length; i += 2) {
      text.append(i == 0 ? "" : ", ")
          .append(
              "\"%1$s\": {\"brandRef\": \"%1$s\", \"brandName\": \"%2$s\"}"
                  .formatted(idAndName[i], idAndName[i + 1]));
    }
    return text.append("}").toString();
  }

  @Test
  void leavesOutWhatIsBadTellsItAndGoesOn() throws IOException {
    put("register.yaml", AustraliaTest.description());
    put("brands-2024-01-31.json", brands("1", "Ash", "2", "Elm", "3", "Fir"));
    put("brands-2024-02-29.json", "<html>503 Service Unavailable</html>");
    put("brands-2024-03-31.json", "{\"1\": {\"brandRef\": \"1\", ");
    put("brands-2024-04-29.json", brands("1", "Ash", "7", "Oak"));
    put("brands-2024-04-30.json", brands("1", "Ash", "8", "Yew", "9", "Yew"));
    put("brands-2024-05-31.json", brands("1", "Ash"));
    put("brands-2024-06-30.json", "{}");
    put("brands-2024-07-31.json", "{\"errors\": []}");
    Files.createDirectories(folder.resolve("landing/foreign_registers/xy"));
    Files.writeString(
        folder.resolve("landing/foreign_registers/xy/a-2024-01-31.json"), brands("1", "A"));
    var tables = run();
    assertThat(rows(tables, "silver.rejected", "path | reason"))
        .containsExactly(
            "foreign_registers/au_cdr/brands-2024-02-29.json | OTHER_FORMAT",
            "foreign_registers/au_cdr/brands-2024-03-31.json | UNREADABLE",
            "foreign_registers/au_cdr/brands-2024-04-29.json | DUPLICATE_KEY",
            "foreign_registers/au_cdr/brands-2024-06-30.json | EMPTY_FILE",
            "foreign_registers/au_cdr/brands-2024-07-31.json | MISSING_COLUMN",
            "foreign_registers/xy/a-2024-01-31.json | MISSING_VALUE");
    assertThat(
            rows(
                tables,
                "gold.foreign_register_month",
                "month | is_gap | brands | new_brands | gone_brands | is_drop_flagged"))
        .containsExactly(
            "2024-01-01 | false | 3 | - | - | -",
            "2024-02-01 | true | - | - | - | -",
            "2024-03-01 | true | - | - | - | -",
            "2024-04-01 | false | 3 | 2 | 2 | false",
            "2024-05-01 | false | 1 | 0 | 2 | true");
    assertThat(
            rows(
                tables,
                "silver.submission",
                "path | state | problems | lines | accepted | rejected"))
        .contains(
            "foreign_registers/au_cdr/register.yaml | ACCEPTED | 0 | 0 | 0 | 0",
            "foreign_registers/au_cdr/brands-2024-04-29.json | REFUSED | 1 | 2 | 0 | 2",
            "foreign_registers/au_cdr/brands-2024-02-29.json | UNREADABLE | 1 | 0 | 0 | 0",
            "foreign_registers/au_cdr/brands-2024-05-31.json | ACCEPTED | 1 | 1 | 1 | 0");
    assertSecondEngineAgrees();
  }

  @Test
  void takesTheSameAnswerOfTwoMonthsForTwoSnapshots() throws IOException {
    put("register.yaml", AustraliaTest.description());
    put("brands-2024-01-31.json", brands("1", "Ash"));
    run();
    put("brands-2024-02-29.json", brands("1", "Ash"));
    assertThat(rows(run(), "gold.foreign_register_month", "month | is_gap | continuing_brands"))
        .containsExactly("2024-01-01 | false | -", "2024-02-01 | false | 1");
  }

  @Test
  void keepsTheDescriptionBeforeWhereItsNextEditionIsBroken() throws IOException {
    put("register.yaml", AustraliaTest.description());
    put("brands-2024-01-31.json", brands("1", "Ash"));
    run();
    put("register.yaml", "country: {code: AU");
    var tables = run();
    assertThat(rows(tables, "silver.foreign_brand", "brand_name")).containsExactly("Ash");
    assertThat(rows(tables, "silver.rejected", "path | reason"))
        .containsExactly("foreign_registers/au_cdr/register.yaml | UNREADABLE");
  }

  @Test
  void listsAmbiguousSuccessionsAndCountsThemAsGoneAndNew() throws IOException {
    put("register.yaml", AustraliaTest.description());
    put("brands-2024-01-31.json", brands("1", "Ash", "2", "Elm"));
    put(
        "brands-2024-02-29.json",
        brands("a", "Ash", "b", "Ash", "c", "Elm").replace("brandRef", "dataHolderBrandId"));
    var tables = run();
    assertThat(
            rows(
                tables,
                "silver.foreign_brand_link",
                "earlier_brand_id | brand_id | match | candidates | is_rekeying | rule_version"))
        .containsExactly(
            "- | a | AMBIGUOUS | 1 | true | 1",
            "- | b | AMBIGUOUS | 1 | true | 1",
            "1 | - | AMBIGUOUS | a, b | true | 1",
            "2 | c | NAME | - | true | 1");
    assertThat(
            rows(
                tables,
                "gold.foreign_register_month",
                "month | new_brands | gone_brands | rekeyed_brands | ambiguous_brands"))
        .contains("2024-02-01 | 2 | 1 | 1 | 2");
    assertSecondEngineAgrees();
  }
}
