package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ?basis=then|now}: an issuer's history with and without what it took over. */
class IssuerBasisTest {
  private static final String ROUND = "2024-09-30";

  @TempDir private static Path folder;
  private static SampleWarehouse warehouse;
  private static RunningServer secretariat;

  @BeforeAll
  static void serve() {
    warehouse =
        new SampleWarehouse(folder.resolve("warehouse")).release(1, IssuerBasisTest::merger);
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    secretariat.close();
  }

  /** ISS001 took ISS002 over: cells signed 1 of 3 of its own, 2 of 4 with the other's. */
  private static void merger(DSLContext queries) {
    queries.execute(
        "insert into gold.issuer_today (issuer_id, issuer_today_id) values ('ISS002', 'ISS001')");
    for (String row :
        new String[] {"'ISS001', 1, 3, 0.3333, 'THEN'", "'ISS001', 2, 4, 0.5, 'NOW'"}) {
      queries.execute(
          """
          insert into gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, numerator, denominator, value, issuer_basis,
                                      period_type, period_start, period_end, value_state, status, round_id, basis)
          select 'contract_rate', 1, 'ISSUER', *, 'POINT', date '%1$s', date '%1$s', 'REPORTED', 'FINAL', 'R8', 'SURVEY'
          from   (values (%2$s))"""
              .formatted(ROUND, row));
    }
    boolean isSecretariats =
        !queries
            .fetch("select 1 from information_schema.tables where table_name = 'linkage_cell'")
            .isEmpty();
    if (isSecretariats) {
      queries.execute(
          """
          insert into gold.linkage_cell (round_id, issuer_id, segment, agent_id, contract_status, is_asked, is_signed_disputed)
          values ('R8', 'ISS001', 'INDIVIDUAL', 'AGT001', 'SIGNED', true, false),
                 ('R8', 'ISS001', 'INDIVIDUAL', 'AGT002', 'REQUESTED', true, false),
                 ('R8', 'ISS001', 'INDIVIDUAL', 'AGT003', 'REQUESTED', true, false),
                 ('R8', 'ISS002', 'INDIVIDUAL', 'AGT001', 'SIGNED', true, false)""");
      queries.execute(
          """
          insert into gold.response_status (round_id, side, respondent_id, is_in_frame)
          values ('R8', 'ISSUER', 'ISS001', true), ('R8', 'ISSUER', 'ISS002', true)""");
    }
  }

  @Test
  void statesTheChoiceBesideTheFigures() {
    assertThat(secretariat.get("/issuers/ISS001").body())
        .contains("33.3%", "［当時のカード会社による］", "?basis=now#basis")
        .doesNotContain("50.0%");
    assertThat(secretariat.get("/issuers/ISS001?basis=now").body())
        .contains("50.0%", "［今日のカード会社による］", "承継前の分を含みます")
        .contains("issuer_basis=now")
        .doesNotContain("33.3%");
    assertThat(secretariat.get("/issuers/ISS001?basis=now&lang=en").body())
        .contains("［By today's issuers］");
  }

  @Test
  void offersNoChoiceWithoutAPredecessor() {
    assertThat(secretariat.get("/issuers/ISS002").body()).doesNotContain("basis=now");
  }

  @Test
  void refusesAnotherBasis() {
    assertThat(secretariat.get("/issuers/ISS001?basis=tomorrow").statusCode()).isEqualTo(400);
  }

  @Test
  void explainsTheFigureByTheRowsOfBoth() {
    String figure = "/explain?kpi=contract_rate&issuer=ISS001&period=" + ROUND;
    assertThat(secretariat.get(figure + "&issuer_basis=now").body())
        .contains("分子は2、分母は4", "承継した", "一致します")
        .doesNotContain("一致しません");
    assertThat(secretariat.get(figure).body()).contains("分子は1、分母は3").doesNotContain("承継した");
  }
}
