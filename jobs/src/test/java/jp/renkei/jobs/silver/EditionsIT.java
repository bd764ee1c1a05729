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

/** Editions that follow each other, and copies that lie beside each other. */
class EditionsIT {
  private static final String NETWORKS = "agent_id,cidr,valid_from,valid_to\n";
  private static final String TARGETS = "kpi_id,kind,date,value,basis_document\n";
  private static final String SURVEY =
      """
      questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,segment,counterparty_id,question_id,value,value_state,free_text
      issuer_survey,1,R1,I1,2026-04-01,,,,A3_01,YES,,
      """;
  private static final String STATES = "path | kind | state";
  private static final String REFUSED = "path | place | reason | found";
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
  }

  private static String round(String id, String referenceDate) {
    return """
        round_id: %s
        reference_date: %s
        due_date: 2026-04-30
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
        """
        .formatted(id, referenceDate);
  }

  private void place(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> run(String table, String columns) {
    var steps = Set.of("receive files", "registers", "gateway logs", "submissions");
    var tables =
        new GivenWarehouse(folder.resolve("warehouse"))
            .landing(landing)
            .run(step -> steps.contains(step.name()));
    return GivenRows.lines(tables.select("select * from " + table), columns);
  }

  private void isRefusedAndTheEarlierOneStands(String path, String reason) {
    assertThat(run("silver.agent_network", "agent_id | cidr")).containsExactly("A1 | 192.0.2.0/24");
    assertThat(run("silver.rejected", "path | reason")).contains(path + " | " + reason);
  }

  @Test
  void keepsTheEarlierEditionOfARegisterWhereTheNextOneIsBroken() throws IOException {
    String path = "register/agent_networks.csv";
    place(path, NETWORKS + "A1,192.0.2.0/24,,\n");
    run("silver.agent_network", "agent_id");
    place(path, "agent_id,valid_from,valid_to\nA2,,\n");
    isRefusedAndTheEarlierOneStands(path, "MISSING_COLUMN");
    assertThat(run("silver.submission", "state | accepted"))
        .containsExactlyInAnyOrder("ACCEPTED | 1", "UNREADABLE | 0");
    assertThat(run("silver.rejected", "found | remedy"))
        .anyMatch(row -> row.startsWith("全体として使えない版 | ") && row.contains("前に受け取った版"));
    place(path, NETWORKS + "A2,198.51.100.0/24,,\nA3,\"198.51.100.0/24,,\n");
    isRefusedAndTheEarlierOneStands(path, "UNREADABLE");
    place(path, "");
    isRefusedAndTheEarlierOneStands(path, "EMPTY_FILE");
    place(path, NETWORKS + "A2,example.jp,,\n");
    isRefusedAndTheEarlierOneStands(path, "WRONG_TYPE");
    Files.delete(landing.resolve(path));
    Files.createSymbolicLink(landing.resolve(path), Path.of("gone.csv"));
    isRefusedAndTheEarlierOneStands(path, "UNREADABLE");
    Files.delete(landing.resolve(path));
    place(path, NETWORKS);
    assertThat(run("silver.agent_network", "agent_id")).isEmpty();
    assertThat(run("silver.rejected", "path")).doesNotContain("gone.csv");
  }

  @Test
  void tellsTheLogsOfARefusedIssuerWhichLineToMend() throws IOException {
    String header =
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\n";
    String other = "I2,,架空,,,yes,NAMED,,,\n";
    place("gateway/I1/api/feed.yaml", "product: renkei-jsonl\nfront: api\n");
    place("gateway/I1/api/a.jsonl", "{}\n");
    place("register/issuers.csv", header + other + "I1,,架空,,,yes,YES,,,\n");
    assertThat(run("silver.rejected", "path | reason | remedy"))
        .contains(
            "gateway/I1/api/a.jsonl | UNKNOWN_ISSUER | 登録簿 register/issuers.csv 3行目が受理されていないためです。"
                + "その行を直してください。");
    place("register/issuers.csv", header + other);
    assertThat(run("silver.rejected", "path | reason | remedy"))
        .contains("gateway/I1/api/a.jsonl | UNKNOWN_ISSUER | フォルダ名を直すか、登録簿にカード会社を追加してください。");
    place("register/issuers.csv", header + other + "I1,,架空,,,yes,NAMED,,,\n");
    assertThat(run("silver.rejected", "path | reason")).noneMatch(row -> row.contains("UNKNOWN"));
    place("gateway/I1/api/b.jsonl.gz", "no archive");
    assertThat(run("silver.rejected", "path | reason | remedy"))
        .contains(
            "gateway/I1/api/b.jsonl.gz | DAMAGED_ARCHIVE | 圧縮ファイルが壊れています。ファイル全体を取り込んでいません。"
                + "圧縮し直したファイルを置いてください。このファイルからは1行も取り込んでいません。");
    place("register/issuers.csv", header + "I1,,架空,,,yes,YES,,,\n" + other);
    assertThat(run("silver.issuer", "issuer_id | publication_consent"))
        .containsExactly("I2 | NAMED");
    assertThat(run("silver.submission", "path | state | lines | accepted | rejected"))
        .contains("register/issuers.csv | ACCEPTED | 2 | 1 | 1");
  }

  @Test
  void countsNoConsentOfAnEditionThatStandsForABrokenOne() throws IOException {
    String header =
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "%s,cards_issued,valid_from,valid_to\n";
    String right = header.formatted("publication_consent");
    String silent = right + "I1,,架空,,,yes,AGGREGATE_ONLY,,,\n";
    place("register/issuers.csv", silent);
    run("silver.issuer", "issuer_id");
    place("register/issuers.csv", right + "I1,,架空,,,yes,NAMED,,,\n");
    assertThat(run("silver.issuer", "publication_consent")).containsExactly("NAMED");
    place("register/issuers.csv", silent);
    run("silver.issuer", "issuer_id");
    place("register/issuers.csv", header.formatted("consent") + "I1,,架空,,,yes,AGGREGATE_ONLY,,,\n");
    assertThat(run("silver.issuer", "issuer_id | publication_consent"))
        .containsExactly("I1 | AGGREGATE_ONLY");
    assertThat(run("silver.rejected", "remedy"))
        .anyMatch(remedy -> remedy.contains("その版の「社名公表に同意」は数えません"));
  }

  @Test
  void keepsTheEarlierEditionOfARoundWhereTheNextOneIsBroken() throws IOException {
    place("rounds/R1.yaml", round("R1", "2026-03-31"));
    run("silver.survey_round", "round_id");
    place("rounds/R1.yaml", round("R1", "2206-03-31"));
    assertThat(run("silver.survey_round", "round_id | reference_date"))
        .containsExactly("R1 | 2026-03-31");
    assertThat(run("silver.submission", STATES))
        .containsExactlyInAnyOrder(
            "rounds/R1.yaml | ROUND | ACCEPTED", "rounds/R1.yaml | ROUND | UNREADABLE");
  }

  @Test
  void refusesTheSecondRoundOfAReferenceDate() throws IOException {
    place("rounds/R1.yaml", round("R1", "2026-03-31"));
    place("rounds/R1-again.yaml", round("R1-again", "2026-03-31"));
    place("rounds/R2.yaml", round("R2", "2025-03-31"));
    assertThat(run("silver.survey_round", "round_id")).containsExactlyInAnyOrder("R1", "R2");
    assertThat(run("silver.rejected", REFUSED + " | expected"))
        .containsExactly(
            "rounds/R1-again.yaml | file | DUPLICATE_KEY | reference_date 2026-03-31 |"
                + " rounds/R1.yaml と異なる基準日");
  }

  @Test
  void takesTheLaterFilesRowForATarget() throws IOException {
    place("targets/2026.csv", TARGETS + "contract_rate,TARGET,2028-03-31,0.9,改訂\n");
    place(
        "targets/2025.csv",
        TARGETS
            + "contract_rate,TARGET,2028-03-31,0.8,当初\ncontract_rate,INTERIM,2027-03-31,0.5,当初\n");
    assertThat(run("silver.kpi_target", "kind | value | basis_document"))
        .containsExactlyInAnyOrder("TARGET | 0.9 | 改訂", "INTERIM | 0.5 | 当初");
    assertThat(run("silver.rejected", REFUSED)).isEmpty();
  }

  @Test
  void countsAFileByItsRightPlaceWhereverItsCopiesLie() throws IOException {
    place("backup/all/R.csv", SURVEY);
    place("surveys/R.csv", SURVEY);
    place("register/agent_networks (copy).csv", NETWORKS + "A1,192.0.2.0/24,,\n");
    place("register/agent_networks.csv", NETWORKS + "A1,192.0.2.0/24,,\n");
    place("rounds/R0.yaml", round("R1", "2026-03-31"));
    place("rounds/R1.yaml", round("R1", "2026-03-31"));
    assertThat(run("silver.submission", "path | kind"))
        .containsExactlyInAnyOrder(
            "surveys/R.csv | SURVEY",
            "register/agent_networks.csv | REGISTER",
            "rounds/R1.yaml | ROUND");
    assertThat(run("silver.agent_network", "agent_id")).containsExactly("A1");
    assertThat(run("silver.survey_round", "round_id")).containsExactly("R1");
    assertThat(run("silver.rejected", REFUSED))
        .contains(
            "backup/all/R.csv | file backup/all/R.csv | SAME_CONTENT | surveys/R.csv と同じ内容",
            "register/agent_networks (copy).csv | file register/agent_networks (copy).csv |"
                + " SAME_CONTENT | register/agent_networks.csv と同じ内容",
            "rounds/R0.yaml | file rounds/R0.yaml | SAME_CONTENT | rounds/R1.yaml と同じ内容");
  }

  @Test
  void losesNothingWhenAFileIsCopiedOrMovedAwayLater() throws IOException {
    place("surveys/R.csv", SURVEY);
    var before = run("silver.submission", "path | kind | unit | state");
    place("backup/R.csv", SURVEY);
    assertThat(run("silver.submission", "path | kind | unit | state")).isEqualTo(before);
    assertThat(run("silver.rejected", "path | reason")).contains("backup/R.csv | SAME_CONTENT");
    Files.delete(landing.resolve("surveys/R.csv"));
    assertThat(run("silver.submission", "path | kind | unit | state")).isEqualTo(before);
    Files.delete(landing.resolve("backup/R.csv"));
    assertThat(run("silver.submission", "path | kind | unit | state")).isEqualTo(before);
    assertThat(run("silver.rejected", "path | reason"))
        .doesNotContain("backup/R.csv | SAME_CONTENT");
  }

  @Test
  void goesOnWithoutAFileThatCannotBeRead() throws IOException {
    place("surveys/R.csv", SURVEY);
    Files.createSymbolicLink(landing.resolve("loop"), Path.of("."));
    assertThat(run("silver.submission", "path")).containsExactly("surveys/R.csv");
    assertThat(run("silver.rejected", "submission_id | " + REFUSED))
        .contains("- | loop | file loop | UNREADABLE | 自分を含むフォルダへ戻るリンク");
  }
}
