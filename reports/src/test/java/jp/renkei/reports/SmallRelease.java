package jp.renkei.reports;

import static jp.renkei.warehouse.jooq.gold.Tables.ADOPTION;
import static jp.renkei.warehouse.jooq.gold.Tables.COMPANY_CONSENT;
import static jp.renkei.warehouse.jooq.gold.Tables.KPI_DEFINITION;
import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;
import static jp.renkei.warehouse.jooq.gold.Tables.MILESTONE;
import static jp.renkei.warehouse.jooq.silver.Tables.ISSUER;
import static jp.renkei.warehouse.jooq.silver.Tables.SURVEY_ROUND;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A release of two rounds and three fictitious issuers, one of which the public may not see. */
public final class SmallRelease {
  public static final LocalDate AS_OF = LocalDate.of(2026, 10, 20);
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 31);
  private static final LocalDate SECOND = LocalDate.of(2026, 9, 30);

  private SmallRelease() {}

  /** Writes release 1, a draft, below a warehouse folder. */
  public static Release in(Path warehouse) {
    return in(warehouse, queries -> {});
  }

  /**
   * @param more rows for the file of every audience
   */
  public static Release in(Path warehouse, Consumer<DSLContext> more) {
    return in(warehouse, 1, more);
  }

  /** The same by another number. */
  public static Release in(Path warehouse, int id, Consumer<DSLContext> more) {
    var store = new ReleaseStore(warehouse);
    var folder = store.folder().resolve(Integer.toString(id));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.describe(
        folder,
        new ReleaseManifest(
            id,
            AS_OF,
            "content",
            new TreeMap<>(),
            "definitions",
            Optional.empty(),
            new TreeMap<>(),
            Instant.parse("2026-10-21T01:00:00Z"),
            "test",
            "unknown"));
    for (var audience : Audience.values()) {
      write(folder.resolve(audience.code() + ".duckdb"), audience, more);
    }
    return store.find(id).orElseThrow();
  }

  private static void write(Path file, Audience audience, Consumer<DSLContext> more) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      try (var statement = connection.createStatement()) {
        statement.execute("create schema silver");
        statement.execute("create schema gold");
        for (var table : TableCatalog.builtIn().all()) {
          if (table.audiences().contains(audience.code())) {
            statement.execute(DuckDbTables.create(table));
          }
        }
      }
      var queries =
          DSL.using(connection, SQLDialect.DUCKDB, new Settings().withRenderCatalog(false));
      fill(queries, audience);
      more.accept(queries);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(DSLContext queries, Audience audience) {
    round(queries, "R2026-03", FIRST);
    round(queries, "R2026-09", SECOND);
    issuer(queries, "ISS001", "架空あおぞらカード株式会社");
    issuer(queries, "ISS002", "架空みなとカード株式会社");
    definition(queries, "api_adoption_rate", "API導入率（社数）", "ratio", "OUTCOME_INITIAL");
    definition(queries, "contract_rate", "契約締結率", "ratio", "OUTCOME_INITIAL");
    definition(queries, "api_connection_count", "API接続数", "pairs", "OUTCOME_INITIAL");
    definition(queries, "scraping_share", "スクレイピング比率（連携アカウント）", "ratio", "OUTCOME_INTERMEDIATE");
    definition(queries, "linked_account_count", "連携アカウント数", "accounts", "OUTCOME_LONG_TERM");
    definition(queries, "two_side_match_rate", "両者一致率", "ratio", "DATA_QUALITY");
    definition(queries, "api_success_rate", "API正常応答率", "ratio", "QUALITY");
    definition(queries, "days_to_connect", "申入れから接続までの日数", "days", "OUTPUT");
    definition(queries, "milestone_slip_days", "工程表の遅れ（平均）", "days", "OUTPUT");
    rate(queries, "api_adoption_rate", FIRST, 1, 3, 0.25, 0.5);
    rate(queries, "api_adoption_rate", SECOND, 2, 3, 0.5, 0.75);
    none(queries, "contract_rate", FIRST, "NOT_APPLICABLE");
    rate(queries, "contract_rate", SECOND, 4, 6, null, null);
    count(queries, "linked_account_count", null, FIRST, 52_000);
    count(queries, "linked_account_count", null, SECOND, 61_400);
    count(queries, "linked_account_count", "API", FIRST, 12_000);
    count(queries, "linked_account_count", "SCRAPING", FIRST, 40_000);
    count(queries, "linked_account_count", "API", SECOND, 31_400);
    count(queries, "linked_account_count", "SCRAPING", SECOND, 30_000);
    rate(queries, "scraping_share", FIRST, 40_000, 52_000, null, null);
    rate(queries, "scraping_share", SECOND, 30_000, 61_400, null, null);
    month(queries, "api_success_rate", LocalDate.of(2026, 8, 1), 99_970, 100_000);
    month(queries, "api_success_rate", LocalDate.of(2026, 9, 1), 98_000, 100_000);
    none(queries, "days_to_connect", SECOND, "SUPPRESSED");
    company(queries, "ISS001", "LIVE", 20_000, 41_400);
    company(queries, "ISS002", "PLANNED", 10_000, 20_000);
    if (audience == Audience.SECRETARIAT) {
      issuer(queries, "ISS003", "=架空ひみつカード株式会社");
      company(queries, "ISS003", null, 500, 600);
      for (String issuer : List.of("ISS001", "ISS002")) {
        queries
            .insertInto(COMPANY_CONSENT)
            .columns(COMPANY_CONSENT.COMPANY_ID, COMPANY_CONSENT.PUBLICATION_CONSENT)
            .values(issuer, "NAMED")
            .execute();
      }
    }
    milestones(queries);
    SupplementRows.insert(queries, FIRST, SECOND, AS_OF);
  }

  private static void round(DSLContext queries, String id, LocalDate date) {
    queries
        .insertInto(SURVEY_ROUND, SURVEY_ROUND.ROUND_ID, SURVEY_ROUND.REFERENCE_DATE)
        .values(id, date)
        .execute();
  }

  private static void issuer(DSLContext queries, String id, String name) {
    queries.insertInto(ISSUER, ISSUER.ISSUER_ID, ISSUER.NAME_JA).values(id, name).execute();
  }

  private static void definition(
      DSLContext queries, String id, String title, String unit, String stage) {
    var row = queries.newRecord(KPI_DEFINITION);
    row.setKpiId(id);
    row.setDefinitionVersion(1L);
    row.setTitleJa(title);
    row.setDefinitionJa(title + "の定義。基準日時点で母集団に含まれる者について、新しい回答から数える。");
    row.setFormula("分子 / 分母");
    row.setUnit(unit);
    row.setBetter("up");
    row.setStage(stage);
    row.setSource("調査票A・B");
    queries.insertInto(KPI_DEFINITION).set(row).execute();
  }

  private static void rate(
      DSLContext queries, String kpi, LocalDate on, long n, long of, Double low, Double high) {
    var row = KpiRow.point(queries, kpi, on);
    row.setNumerator(n);
    row.setDenominator(of);
    row.setValue((double) n / of);
    row.setValueLow(low);
    row.setValueHigh(high);
    queries.insertInto(KPI_VALUE).set(row).execute();
  }

  private static void none(DSLContext queries, String kpi, LocalDate on, String state) {
    var row = KpiRow.point(queries, kpi, on);
    row.setValueState(state);
    queries.insertInto(KPI_VALUE).set(row).execute();
  }

  private static void count(
      DSLContext queries, String kpi, String method, LocalDate on, long count) {
    var row = KpiRow.point(queries, kpi, on);
    row.setNumerator(count);
    row.setValue((double) count);
    if (method != null) {
      row.setSlice("access_method");
      row.setSliceValue(method);
    }
    queries.insertInto(KPI_VALUE).set(row).execute();
  }

  private static void month(DSLContext queries, String kpi, LocalDate first, long n, long of) {
    var row = KpiRow.point(queries, kpi, first);
    row.setPeriodType("MONTH");
    row.setPeriodEnd(first.plusMonths(1).minusDays(1));
    row.setBasis("GATEWAY_LOG");
    row.setNumerator(n);
    row.setDenominator(of);
    row.setValue((double) n / of);
    queries.insertInto(KPI_VALUE).set(row).execute();
  }

  private static void company(
      DSLContext queries, String issuer, String status, long scraping, long accounts) {
    queries
        .insertInto(ADOPTION, ADOPTION.ROUND_ID, ADOPTION.ISSUER_ID, ADOPTION.ADOPTION_STATUS)
        .values("R2026-09", issuer, status)
        .execute();
    var share = KpiRow.point(queries, "scraping_share", SECOND);
    share.setEntityLevel("ISSUER");
    share.setIssuerId(issuer);
    share.setNumerator(scraping);
    share.setDenominator(accounts);
    share.setValue((double) scraping / accounts);
    queries.insertInto(KPI_VALUE).set(share).execute();
    linked(queries, issuer, "API", accounts - scraping);
    linked(queries, issuer, "SCRAPING", scraping);
  }

  private static void linked(DSLContext queries, String issuer, String method, long accounts) {
    var linked = KpiRow.point(queries, "linked_account_count", SECOND);
    linked.setEntityLevel("ISSUER");
    linked.setIssuerId(issuer);
    linked.setSlice("access_method");
    linked.setSliceValue(method);
    linked.setNumerator(accounts);
    linked.setValue((double) accounts);
    queries.insertInto(KPI_VALUE).set(linked).execute();
  }

  private static void milestones(DSLContext queries) {
    var late = queries.newRecord(MILESTONE);
    late.setMilestoneId("M1");
    late.setMeasureId("K1");
    late.setMeasureJa("接続基準の整備");
    late.setIssuerId("ISS001");
    late.setTitleJa("接続基準の公表");
    late.setOwner("企画部");
    late.setBaselineEnd(LocalDate.of(2026, 6, 30));
    late.setForecastEnd(LocalDate.of(2026, 9, 30));
    late.setActualEnd(LocalDate.of(2026, 9, 15));
    late.setStatus("DONE");
    late.setSlipDays(77L);
    late.setRevisions(2L);
    late.setReason("-関係先との調整に時間を要し、公表の時期を二度改めたため");
    queries.insertInto(MILESTONE).set(late).execute();
    var open = queries.newRecord(MILESTONE);
    open.setMilestoneId("M2");
    open.setMeasureId("K2");
    open.setMeasureJa("スクレイピングの停止");
    open.setTitleJa("停止予定日の公表");
    open.setOwner("ISS002");
    open.setBaselineEnd(LocalDate.of(2027, 3, 31));
    open.setForecastEnd(LocalDate.of(2027, 3, 31));
    open.setStatus("NOT_STARTED");
    open.setRevisions(0L);
    queries.insertInto(MILESTONE).set(open).execute();
  }
}
