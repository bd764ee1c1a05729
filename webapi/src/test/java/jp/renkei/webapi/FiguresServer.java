package jp.renkei.webapi;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;

/** A server whose newest release is a draft with a figure of every kind. */
final class FiguresServer implements AutoCloseable {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private final RunningServer server;

  FiguresServer(Path folder) {
    var warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1)
            .publish(1, "第1回")
            .release(2, FiguresServer::figuresOfOneEach);
    server =
        new RunningServer(
            warehouse.store(),
            Audience.PUBLIC,
            new WebPlaces(folder.resolve("landing"), SampleUsers.write(folder), List.of()));
  }

  VisitorClient as(String name) {
    return VisitorClient.signedIn(server, name, SampleUsers.PASSWORD);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Each figure is told by its digits. */
  private static void figuresOfOneEach(DSLContext queries) {
    insert(queries, "ISSUER", "ISS001", null, "SURVEY", 111_111);
    insert(queries, "ISSUER", "ISS002", null, "SURVEY", 222_222);
    insert(queries, "PAIR", "ISS001", "AGT001", "SURVEY", 333_333);
    insert(queries, "PAIR", "ISS002", "AGT001", "SURVEY", 444_444);
    insert(queries, "AGENT", null, "AGT001", "SURVEY", 555_555);
    insert(queries, "PAIR", "ISS002", "AGT002", "SURVEY", 666_666);
    insert(queries, "PAIR", "ISS001", "AGT001", "GATEWAY_LOG", 888_888);
    insert(queries, "PAIR", "ISS002", "AGT002", "GATEWAY_LOG", 999_999);
    // A row of no level may carry anybody's id.
    insert(queries, "OTHER", "ISS001", null, "SURVEY", 777_777);
  }

  private static void insert(
      DSLContext queries, String level, String issuer, String agent, String basis, long value) {
    var row = new KpiValueRecord();
    row.setKpiId("linked_account_count");
    row.setDefinitionVersion(1L);
    row.setEntityLevel(level);
    row.setIssuerId(issuer);
    row.setAgentId(agent);
    row.setPeriodType("POINT");
    row.setPeriodStart(DAY);
    row.setPeriodEnd(DAY);
    row.setValue((double) value);
    row.setNumerator(value);
    row.setValueState("REPORTED");
    row.setStatus("PRELIMINARY");
    row.setBasis(basis);
    row.setIssuerBasis("THEN");
    queries.insertInto(KPI_VALUE).set(row).execute();
  }
}
