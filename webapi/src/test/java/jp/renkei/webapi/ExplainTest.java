package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /explain} and {@code renkei explain}: a figure led back to the cell it comes from. */
class ExplainTest {
  private static final String FIGURE =
      "/explain?kpi=contract_rate&agent=AGT001&period=2025-09-30&basis=SURVEY";
  private static final String SECRET = "0123456789abcdef";

  @TempDir private static Path folder;
  private static SampleWarehouse warehouse;
  private static RunningServer secretariat;
  private static RunningServer publicServer;

  @BeforeAll
  static void serve() {
    warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1, ExplainTest::twoCells)
            .publish(1, "第2回検討会");
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
    publicServer = new RunningServer(warehouse.store(), Audience.PUBLIC);
  }

  @AfterAll
  static void stop() {
    secretariat.close();
    publicServer.close();
  }

  /** An agent's two cells, one of them signed, and the figure that they come to. */
  private static void twoCells(DSLContext queries) {
    queries.execute(
        """
        insert into gold.kpi_value (kpi_id, definition_version, entity_level, agent_id, period_type, period_start, period_end,
                                    numerator, denominator, value, value_low, value_high, value_state, status, round_id, basis, issuer_basis)
        values ('contract_rate', 1, 'AGENT', 'AGT001', 'POINT', '2025-09-30', '2025-09-30', 1, 2, 0.5, 0.5, 0.5, 'REPORTED', 'FINAL',
                'R9', 'SURVEY', 'THEN')""");
    boolean isSecretariats =
        !queries
            .fetch("select 1 from information_schema.tables where table_name = 'linkage_cell'")
            .isEmpty();
    if (!isSecretariats) {
      return;
    }
    for (var cell : new String[][] {{"ISS001", "SIGNED"}, {"ISS002", "REQUESTED"}}) {
      queries.execute(
          """
          insert into gold.linkage_cell (round_id, issuer_id, segment, agent_id, agent_contract_status, contract_status, is_asked,
                                         is_signed_disputed, reconciliation, connected, is_connected_by_any)
          values ('R9', '%1$s', 'INDIVIDUAL', 'AGT001', '%2$s', '%2$s', true, false, 'AGENT_ONLY', false, false)"""
              .formatted(cell[0], cell[1]));
      queries.execute(
          """
          insert into silver.answer (questionnaire_id, questionnaire_version, round_id, respondent_id, segment, counterparty_id,
                                     question_id, value, value_state, submission_id, sheet, cell)
          values ('agent_survey', 1, 'R9', 'AGT001', 'INDIVIDUAL', '%1$s', 'B3_01', '%2$s', 'REPORTED', '%3$s', 'B3_接続', 'D7')"""
              .formatted(cell[0], cell[1], SECRET));
    }
    queries.execute(
        """
        insert into silver.correction (submission_id, line, path, sha256, target_id, sheet, cell, old_value, new_value, reason,
                                       stated_by, stated_on, state)
        select 'c0', 2, 'surveys/agt001.xlsx', '%1$sffff', '%1$s', 'B3_接続', 'D7', 'NONE', 'SIGNED', '電話で確認', '事務局係',
               date '2025-10-20', 'COUNTS'"""
            .formatted(SECRET));
    queries.execute(
        """
        insert into silver.submission (submission_id, unit, kind, path, sha256, round_id, respondent_id, state, received_by)
        values ('%1$s', 'R9/agent_survey/AGT001', 'SURVEY', 'surveys/agt001.xlsx', '%1$sffff', 'R9', 'AGT001', 'ACCEPTED', 'clerk')"""
            .formatted(SECRET));
  }

  @Test
  void leadsTheSecretariatToSheetAndCellAndHash() {
    String page = secretariat.get(FIGURE).body();
    assertThat(page)
        .contains(
            "2025年9月30日時点の「契約締結率」",
            "50.0%",
            "分子は1、分母は2です。",
            "「B3_接続」!D7",
            "surveys/agt001.xlsx",
            SECRET + "ffff",
            "clerk",
            "事務局が訂正した値です",
            "訂正前「NONE」：電話で確認（事務局係、2025-10-20）",
            "数えた行の合計は、公表版の分子・分母・値と一致します。")
        // Nobody answers for a product line here: no column for it.
        .doesNotContain("一致しません", ">商品ライン<");
    assertThat(
            secretariat.get(FIGURE.replace("/explain", "/explain.csv") + "&table=answers").body())
        .contains("役割,回答者", "B3_01", "SIGNED", "REQUESTED", "「B3_接続」!D7");
    assertThat(secretariat.get(FIGURE + "&lang=en").body())
        .contains("The numerator is 1, the denominator 2.");
  }

  @Test
  void tellsThePublicTheDefinitionAndThePublishedCountsAlone() {
    String page = publicServer.get(FIGURE).body();
    assertThat(page)
        .contains("分子は1、分母は2です。", "計算式は", "公表の対象ではないため示しません")
        .doesNotContain(SECRET, "agt001.xlsx", "D7", "clerk", "事務局係", "<table");
    assertThat(
            publicServer
                .get(FIGURE.replace("/explain", "/explain.csv") + "&table=answers")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void saysWhenTheRowsDoNotComeToTheFigure() {
    // The fixture states this figure without any cell behind it.
    assertThat(secretariat.get("/explain?kpi=contract_rate&period=2026-03-31").body())
        .contains("数えた行の合計が、公表版の値と一致しません。", "note-bad");
    assertThat(run("--kpi", "contract_rate", "--period", "2026-03-31").exitCode()).isEqualTo(1);
  }

  @Test
  void saysWhichFiguresThereAreWhenTheOneAskedForIsNot() {
    var none = secretariat.get("/explain?kpi=contract_rate&agent=AGT001&period=2019-03");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("--period 2025-09-30");
    assertThat(secretariat.get("/explain?kpi=contract_rate").statusCode()).isEqualTo(400);
    assertThat(
            secretariat
                .get("/explain?kpi=contract_rate&period=2026-03-31&slice=segment")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void commandReadsItAloudAndEndsWithItsExitCodes() {
    var told =
        run("--kpi", "contract_rate", "--agent", "AGT001", "--period", "R9", "--basis", "SURVEY");
    assertThat(told.out()).contains("分子は1、分母は2です。", "「B3_接続」!D7", "■ 提出物");
    assertThat(told.exitCode()).isZero();
    var json =
        run("--kpi", "contract_rate", "--agent", "AGT001", "--period", "2025-09-30", "--json");
    assertThat(json.out()).contains("\"numerator\":1", "\"value\":0.5", "\"holds\":true");
    assertThat(run("--kpi", "no_such", "--period", "2026-03").exitCode()).isEqualTo(2);
    assertThat(run("--kpi", "contract_rate").exitCode()).isEqualTo(64);
    assertThat(run("--kpi", "contract_rate", "--period", "R9", "--slice", "x").exitCode())
        .isEqualTo(64);
    assertThat(run("--kpi", "contract_rate", "--period", "R9", "--release", "9").err())
        .contains("公表版 9 はありません");
  }

  private record Run(int exitCode, String out, String err) {}

  private static Run run(String... arguments) {
    var all = new java.util.ArrayList<>(java.util.List.of("explain", "--warehouse"));
    all.add(folder.resolve("warehouse").toString());
    all.addAll(java.util.List.of(arguments));
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }
}
