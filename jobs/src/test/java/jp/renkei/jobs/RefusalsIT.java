package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.jobs.sample.PlantedKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was planted in the sample world is named, and nothing else suffers from it. */
class RefusalsIT {
  private static final Map<PlantedKind, String> REASONS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(PlantedKind.UNREADABLE_FILE, "UNREADABLE"),
              Map.entry(PlantedKind.METRICS_REFUSED, "UNEXPECTED_VALUE"),
              Map.entry(PlantedKind.MISSING_COLUMN, "MISSING_COLUMN"),
              Map.entry(PlantedKind.UNKNOWN_RESPONDENT, "UNKNOWN_ID"),
              Map.entry(PlantedKind.FORM_WITH_ERROR, "INCONSISTENT_ANSWERS"),
              Map.entry(PlantedKind.WRONG_TYPE, "WRONG_TYPE"),
              Map.entry(PlantedKind.DUPLICATE_KEY, "DUPLICATE_KEY"),
              Map.entry(PlantedKind.DATE_OUT_OF_RANGE, "DATE_OUT_OF_RANGE"),
              Map.entry(PlantedKind.LOG_TRUNCATED_JSON, "TRUNCATED_LINE"),
              Map.entry(PlantedKind.LOG_WRONG_TYPE, "WRONG_TYPE"),
              Map.entry(PlantedKind.LOG_MISSING_FIELD, "MISSING_FIELD"),
              Map.entry(PlantedKind.LOG_BAD_TIME, "BAD_TIME"),
              Map.entry(PlantedKind.LOG_CARD_NUMBER, "CARD_NUMBER_FOUND"),
              Map.entry(PlantedKind.LOG_TRUNCATED_COMBINED, "TRUNCATED_LINE")));

  @TempDir private static Path folder;
  private static SmallWorld world;
  private static List<Map<String, Object>> rejected;

  @BeforeAll
  static void copyTheWorld() {
    world = SmallWorld.copyTo(folder);
    rejected = world.query("select * from silver.rejected where reason <> 'UNIT_REFUSED'");
  }

  @Test
  void everyPlantedFaultIsNamedAndNothingElse() {
    var named = new HashSet<Map<String, Object>>();
    for (var planted : SmallWorld.story().planted()) {
      String reason = REASONS.get(planted.kind());
      if (reason == null) {
        continue;
      }
      var found =
          rejected.stream()
              .filter(row -> row.get("path").equals(planted.file()))
              .filter(row -> row.get("reason").equals(reason))
              .filter(
                  row ->
                      !planted.subject().startsWith("line ")
                          || row.get("place").equals(planted.subject()))
              .toList();
      assertThat(found).as("%s", planted).hasSize((int) planted.count());
      named.addAll(found);
    }
    assertThat(REASONS.keySet()).allMatch(kind -> SmallWorld.story().count(kind) > 0);
    assertThat(rejected).allMatch(named::contains);
  }

  @Test
  void everyRefusalTellsWhatWasFoundWhatExpectedAndWhatToDo() {
    for (var row : rejected) {
      for (String column : List.of("place", "found", "expected", "remedy")) {
        assertThat((String) row.get(column)).as("%s of %s", column, row).isNotBlank();
      }
      assertThat(row.toString()).doesNotContain("4111 1111", "4111-1111", "41111111");
    }
  }

  @Test
  void everyLineOfEveryLogIsAccountedFor() {
    var files =
        world.query(
            "select path, lines, accepted, rejected, duplicates from silver.submission where kind = 'GATEWAY'");
    long lines = 0;
    for (var file : files) {
      assertThat(number(file, "accepted") + number(file, "rejected") + number(file, "duplicates"))
          .as("%s", file)
          .isEqualTo(number(file, "lines"));
      lines += number(file, "lines");
    }
    assertThat(lines).isEqualTo(SmallWorld.OPTIONS.logLines() + SmallWorld.story().extraLogLines());
    assertThat(files.stream().mapToLong(file -> number(file, "duplicates")).sum())
        .isEqualTo(SmallWorld.story().count(PlantedKind.LOG_DUPLICATE_LINE));
    assertThat(files.stream().mapToLong(file -> number(file, "rejected")).sum())
        .isEqualTo(rejected.stream().filter(row -> isLogLine(row)).count());
  }

  private static boolean isLogLine(Map<String, Object> row) {
    return row.get("path").toString().startsWith("gateway/") && row.get("raw_masked") != null;
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  @Test
  void aCorrectedFormStandsWithItsReasonAndALateOneWithItsNote() {
    for (var planted : SmallWorld.story().of(PlantedKind.CORRECTION)) {
      assertThat(submission(planted.file()))
          .containsEntry("state", "ACCEPTED")
          .hasEntrySatisfying("correction_reason", reason -> assertThat(reason).isNotNull());
    }
    for (var planted : SmallWorld.story().of(PlantedKind.ON_BEHALF)) {
      assertThat(submission(planted.file()))
          .containsEntry("state", "ACCEPTED")
          .containsEntry("is_late", true)
          .containsEntry("on_behalf_of", planted.subject())
          .hasEntrySatisfying("note", note -> assertThat(note).isNotNull());
    }
    assertThat(SmallWorld.story().count(PlantedKind.CORRECTION)).isPositive();
    assertThat(world.query("select * from silver.kpi_comment"))
        .hasSize((int) SmallWorld.story().count(PlantedKind.COMMENT));
  }

  @Test
  void statedFiguresAreTakenAndTheirFaultsTold() {
    var story = SmallWorld.story();
    assertThat(
            world.query(
                "select path from silver.submission where kind = 'METRICS' and state = 'ACCEPTED'"))
        .hasSize((int) story.count(PlantedKind.METRICS_ISSUER));
    for (var planted : story.of(PlantedKind.METRICS_REFUSED)) {
      assertThat(submission(planted.file())).containsEntry("state", "REFUSED");
    }
    String issuer = story.of(PlantedKind.METRICS_ISSUER).get(0).subject();
    assertThat(
            world.query(
                "select finding_id, subject, rows from gold.data_quality where finding_id like 'cdr%'"
                    + " and finding_id <> 'cdr_beside_logs' order by subject"))
        .extracting(row -> row.get("finding_id"), row -> row.get("subject"), row -> row.get("rows"))
        .containsExactly(
            tuple("cdr_gap", "metrics/" + issuer, story.count(PlantedKind.METRICS_GAP_DAYS)),
            tuple("cdr_contradiction", "metrics/" + issuer + " ABANDONMENTS_BY_STAGE", 1L),
            tuple("cdr_stated_differently", "metrics/" + issuer + " STATED_DIFFERENTLY", 1L));
    assertThat(
            world.query(
                "select distinct entity_level from gold.kpi_value where basis = 'CDR_METRICS'"))
        .extracting(row -> row.get("entity_level"))
        .containsExactly("ISSUER");
  }

  private static Map<String, Object> submission(String path) {
    return world.query("select * from silver.submission where path = '" + path + "'").get(0);
  }

  @Test
  void theNewestAcceptedSubmissionStands() {
    assertThat(
            world.query(
                """
                select path, state, is_late from silver.submission
                where kind = 'SURVEY' and respondent_id in
                  ('ISS002', 'ISS003', 'ISS004', 'ISS005', 'ISS006', 'ISS008', 'ISS999')
                  and path like '%R2026-03%'
                """))
        .extracting(row -> row.get("path"), row -> row.get("state"), row -> row.get("is_late"))
        .containsExactlyInAnyOrder(
            tuple("surveys/R2026-03_ISS002.csv", "SUPERSEDED", false),
            tuple("surveys/R2026-03_ISS002_2.csv", "ACCEPTED", false),
            tuple("surveys/R2026-03_ISS003.csv", "ACCEPTED", false),
            tuple("surveys/R2026-03_ISS003_2.csv", "SUPERSEDED", false),
            tuple("surveys/R2026-03_ISS004.csv", "ACCEPTED", true),
            tuple("surveys/R2026-03_ISS005.csv", "ACCEPTED", false),
            tuple("surveys/R2026-03_ISS005_2.csv", "REFUSED", false),
            tuple("surveys/R2026-03_ISS006.csv", "REFUSED", false),
            tuple("surveys/R2026-03_ISS008.csv", "ACCEPTED", false),
            tuple("surveys/R2026-03_ISS008_2.csv", "REFUSED", false),
            tuple("surveys/R2026-03_ISS999.csv", "REFUSED", false));
  }

  @Test
  void theAnswersAreThoseOfTheSubmissionThatStands() {
    var stands =
        world.query(
            """
            select distinct s.path from silver.answer a join silver.submission s using (submission_id)
            where a.round_id = 'R2026-03' and a.respondent_id in ('ISS002', 'ISS003', 'ISS005', 'ISS006', 'ISS008')
            """);
    assertThat(stands)
        .extracting(row -> row.get("path"))
        .containsExactlyInAnyOrder(
            "surveys/R2026-03_ISS002_2.csv",
            "surveys/R2026-03_ISS003.csv",
            "surveys/R2026-03_ISS005.csv",
            "surveys/R2026-03_ISS008.csv");
  }

  @Test
  void theOtherFilesWentThrough() {
    Set<Object> refusedFiles = new HashSet<>();
    rejected.forEach(row -> refusedFiles.add(row.get("path")));
    for (var file : world.query("select path, state from silver.submission")) {
      if (!refusedFiles.contains(file.get("path"))) {
        assertThat(file.get("state")).as("%s", file).isIn("ACCEPTED", "SUPERSEDED");
      }
    }
  }
}
