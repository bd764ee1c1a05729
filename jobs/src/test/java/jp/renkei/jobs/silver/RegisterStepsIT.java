package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers and rounds as they lie in landing, file by file. */
class RegisterStepsIT {
  private static final String ROUND =
      """
      round_id: R1
      reference_date: 2026-03-31
      due_date: 2026-04-30
      grace_days: 14
      frame_id: F1
      questionnaires:
        - {id: issuer_survey, version: 1}
      """;
  private static final String NETWORKS = "agent_id,cidr,valid_from,valid_to\n";
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
  }

  private void place(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> read(String table, String columns) {
    var steps = Set.of("receive files", "registers", "gateway logs", "submissions");
    var tables =
        new GivenWarehouse(folder.resolve("warehouse"))
            .landing(landing)
            .run(step -> steps.contains(step.name()));
    return GivenRows.lines(tables.select("select * from " + table), columns);
  }

  @Test
  void countsARoundOnceThoughItsFileIsThereTwice() throws IOException {
    place("rounds/R1.yaml", ROUND);
    place("rounds/R1 (copy).yaml", ROUND + "# copy\n");
    assertThat(read("silver.survey_round", "round_id | reference_date"))
        .containsExactly("R1 | 2026-03-31");
  }

  @Test
  void takesAFileOnceItIsMovedToItsRightPlace() throws IOException {
    place("rounds/first.yaml", ROUND);
    assertThat(read("silver.survey_round", "round_id")).isEmpty();
    Files.move(landing.resolve("rounds/first.yaml"), landing.resolve("rounds/R1.yaml"));
    assertThat(read("silver.survey_round", "round_id")).containsExactly("R1");
  }

  @Test
  void replacesARegisterByItsNextEditionAndBack() throws IOException {
    place("register/agent_networks.csv", NETWORKS + "A1,192.0.2.0/24,,\nA2,example.jp,,\n");
    assertThat(read("silver.agent_network", "agent_id | cidr"))
        .containsExactly("A1 | 192.0.2.0/24");
    place("register/agent_networks.csv", NETWORKS + "A3,198.51.100.0/24,,\n");
    assertThat(read("silver.agent_network", "agent_id | cidr"))
        .containsExactly("A3 | 198.51.100.0/24");
    place("register/agent_networks.csv", NETWORKS + "A1,192.0.2.0/24,,\nA2,example.jp,,\n");
    assertThat(read("silver.agent_network", "agent_id | cidr"))
        .containsExactly("A1 | 192.0.2.0/24");
  }

  @Test
  void refusesAnIdThatTheRegisterBesideItDoesNotHold() throws IOException {
    place(
        "register/agents.csv",
        """
        agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,publication_consent,valid_from,valid_to
        A1,,甲,,,yes,NAMED,,2020-12-31
        """);
    place("register/agent_networks.csv", NETWORKS + "A1,192.0.2.0/24,,\nA9,198.51.100.0/24,,\n");
    assertThat(read("silver.agent_network", "agent_id")).containsExactly("A1");
    assertThat(read("silver.rejected", "path | place | reason | found"))
        .containsExactly("register/agent_networks.csv | line 3 (agent_id) | UNKNOWN_ID | A9");
  }
}
