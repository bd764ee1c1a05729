package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.SmallWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections as data: a figure moves by just what was corrected, and what came stays as it is. */
class CorrectionsIT {
  private static final String HEADER =
      "path,sha256,sheet,cell,line,column,old_value,new_value,reason,stated_by,stated_on\n";

  @TempDir Path folder;
  private SmallWorld world;
  private Map<String, Object> answer;
  private String path;

  @BeforeEach
  void copyWorld() {
    world = SmallWorld.copyTo(folder);
    answer =
        world
            .query(
                """
                select a.*, s.path from silver.answer a join silver.submission s
                  on s.submission_id = a.submission_id and s.respondent_id = a.respondent_id and s.state = 'ACCEPTED'
                where a.question_id = 'B6_01' and a.value_state = 'REPORTED' and a.line is not null and cast(a.value as bigint) > 10
                order by a.round_id desc, a.respondent_id limit 1""")
            .get(0);
    path = answer.get("path").toString();
  }

  private void correct(String file, String from, String to, String day) throws IOException {
    Path there = world.landing().resolve("corrections/" + file);
    Files.createDirectories(there.getParent());
    Files.writeString(
        there,
        HEADER
            + "%s,%s,,,%s,value,%s,%s,電話で確認した,事務局,%s\n"
                .formatted(
                    path,
                    Sha256.of(world.landing().resolve(path)),
                    answer.get("line"),
                    from,
                    to,
                    day));
  }

  private long custody() {
    return ((Number)
            Objects.requireNonNull(
                world
                    .query(
                        "select numerator from gold.kpi_value where kpi_id = 'credential_custody_count'"
                            + " and entity_level = 'ALL' and slice is null and round_id = '"
                            + answer.get("round_id")
                            + "'")
                    .get(0)
                    .get("numerator")))
        .longValue();
  }

  private String states() {
    return world
        .query("select string_agg(state, ' ' order by stated_on) as states from silver.correction")
        .get(0)
        .get("states")
        .toString();
  }

  @Test
  void moveTheFigureByWhatWasCorrectedUntilALaterOneUndoesThem() throws IOException {
    long before = custody();
    long value = Long.parseLong(answer.get("value").toString());
    byte[] received = Files.readAllBytes(world.landing().resolve(path));

    correct("a.csv", answer.get("value").toString(), "7", "2026-06-01");
    world.run();
    assertThat(custody()).isEqualTo(before - value + 7);
    assertThat(states()).isEqualTo("COUNTS");
    assertThat(Files.readAllBytes(world.landing().resolve(path))).isEqualTo(received);
    var after = world.versions();
    assertThat(world.run().release()).isEmpty();
    assertThat(world.versions()).isEqualTo(after);

    correct("b.csv", "7", answer.get("value").toString(), "2026-06-02");
    world.run();
    assertThat(custody()).isEqualTo(before);
    assertThat(states()).isEqualTo("OVERTAKEN COUNTS");
  }

  @Test
  void areAnErrorWhereTheyHaveASubmissionRefused() throws IOException {
    correct("a.csv", answer.get("value").toString(), "-7", "2026-06-01");
    world.run();
    assertThat(states()).isEqualTo("REFUSED");
    assertThat(
            world.query(
                "select severity, subject from gold.data_quality where finding_id = 'correction_refused'"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding).containsEntry("severity", "ERROR");
              assertThat(finding.get("subject").toString()).startsWith(path);
            });
  }

  @Test
  void stopTheRunWhereTheOldValueIsNoLongerThere() throws IOException {
    var before = world.versions();
    correct("a.csv", "123456789", "7", "2026-06-01");
    assertThatThrownBy(world::run)
        .isInstanceOf(DataProblemException.class)
        .hasMessageContainingAll(
            "訂正を適用できないため、処理を止めました",
            "corrections/a.csv 2行目",
            path + " " + answer.get("line") + "行目",
            "「" + answer.get("value") + "」",
            "訂正前の値「123456789」",
            "old_value");
    var unchanged = world.versions();
    before.keySet().removeIf(table -> table.startsWith("bronze."));
    unchanged.keySet().removeIf(table -> table.startsWith("bronze."));
    assertThat(unchanged).isEqualTo(before);
    assertThat(world.releases()).hasSize(1);

    // Mended in its place, it runs.
    correct("a.csv", answer.get("value").toString(), "7", "2026-06-01");
    assertThat(world.run().release()).isPresent();
  }

  @Test
  void ofARegisterCountForTheEditionThatTheyWereMadeFor() throws IOException {
    Path issuers = world.landing().resolve("register/issuers.csv");
    Path there = world.landing().resolve("corrections/names.csv");
    Files.createDirectories(there.getParent());
    String name =
        world
            .query("select name_ja from silver.issuer where issuer_id = 'ISS002'")
            .get(0)
            .get("name_ja")
            .toString();
    var lines = Files.readAllLines(issuers);
    int line = lines.stream().map(text -> text.startsWith("ISS002,")).toList().indexOf(true) + 1;
    Files.writeString(
        there,
        HEADER
            + "register/issuers.csv,%s,,,%d,name_ja,%s,架空あらためカード,誤記,事務局,2026-06-01\n"
                .formatted(Sha256.of(issuers), line, name));
    world.run();
    assertThat(world.query("select name_ja from silver.issuer where issuer_id = 'ISS002'"))
        .containsExactly(Map.of("name_ja", "架空あらためカード"));
    assertThat(states()).isEqualTo("COUNTS");

    // In the next edition the same words stand on that line for another company.
    lines.add(line - 1, lines.get(line - 1).replace("ISS002,", "ISS902,"));
    Files.write(issuers, lines);
    assertThatThrownBy(world::run)
        .isInstanceOf(DataProblemException.class)
        .hasMessageContainingAll("corrections/names.csv", "sha256", "差し替えられています");
  }
}
