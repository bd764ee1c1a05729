package jp.renkei.webapi;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;

/** A server whose newest release is a draft with figures that the public has, lacks or has as x. */
final class FiguresServer implements AutoCloseable {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  /** What the public's file has of a figure that the secretariat's has. */
  private enum Open {
    SHOWN,
    SUPPRESSED,
    ABSENT
  }

  private final SampleWarehouse warehouse;
  private final RunningServer server;

  FiguresServer(Path folder) {
    warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1)
            .publish(1, "第1回")
            .releaseForRespondents(2, FiguresServer::figuresOfEveryKind);
    server =
        new RunningServer(
            warehouse.store(),
            Audience.PUBLIC,
            new WebPlaces(folder.resolve("landing"), SampleUsers.write(folder), List.of()));
  }

  SampleWarehouse warehouse() {
    return warehouse;
  }

  VisitorClient as(String name) {
    return VisitorClient.signedIn(server, name, SampleUsers.PASSWORD);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Each figure is told by its digits. */
  private static void figuresOfEveryKind(DSLContext queries, Audience audience) {
    var figures = new Figures(queries, audience);
    figures.insert("linked_account_count", "ISSUER", "ISS001", null, 111_111, Open.SHOWN);
    figures.insert("linked_account_count", "ISSUER", "ISS002", null, 222_222, Open.SHOWN);
    figures.insert("linked_account_count", "PAIR", "ISS001", "AGT001", 333_333, Open.SHOWN);
    figures.insert("linked_account_count", "PAIR", "ISS002", "AGT001", 444_444, Open.SUPPRESSED);
    figures.insert("linked_account_count", "AGENT", null, "AGT001", 555_555, Open.ABSENT);
    figures.insert("linked_account_count", "PAIR", "ISS002", "AGT002", 666_666, Open.ABSENT);
    // A row of no level may carry anybody's id.
    figures.insert("linked_account_count", "OTHER", "ISS001", null, 777_777, Open.SHOWN);
    figures.insert("api_latency_p95_ms", "ISSUER", "ISS001", null, 888_888, Open.ABSENT);
    figures.insert("api_latency_p95_ms", "ISSUER", "ISS002", null, 999_999, Open.SUPPRESSED);
    figures.insert("api_latency_p95_ms", "PAIR", "ISS001", "AGT001", 121_212, Open.ABSENT);
    figures.insert("api_connection_count", "ISSUER", "ISS002", null, 131_313, Open.SUPPRESSED);
    figures.insert("api_connection_count", "ISSUER", "ISS003", null, 141_414, Open.ABSENT);
  }

  private record Figures(DSLContext queries, Audience audience) {
    void insert(String kpi, String level, String issuer, String agent, long value, Open open) {
      boolean isOfSecretariat = audience == Audience.SECRETARIAT;
      if (!isOfSecretariat && open == Open.ABSENT) {
        return;
      }
      boolean isNumber = isOfSecretariat || open == Open.SHOWN;
      var row = new KpiValueRecord();
      row.setKpiId(kpi);
      row.setDefinitionVersion(1L);
      row.setEntityLevel(level);
      row.setIssuerId(issuer);
      row.setAgentId(agent);
      row.setPeriodType("POINT");
      row.setPeriodStart(DAY);
      row.setPeriodEnd(DAY);
      if (isNumber) {
        row.setValue((double) value);
        row.setNumerator(value);
      }
      row.setValueState(isNumber ? "REPORTED" : "SUPPRESSED");
      row.setStatus("PRELIMINARY");
      row.setBasis(kpi.equals("api_latency_p95_ms") ? "GATEWAY_LOG" : "SURVEY");
      row.setIssuerBasis("THEN");
      queries.insertInto(KPI_VALUE).set(row).execute();
    }
  }
}
