package jp.renkei.jobs;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.jobs.gateway.AccessRegisters;
import jp.renkei.jobs.gateway.ReadingHashes;
import jp.renkei.jobs.gold.LogCoverage;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.silver.GatewayFeeds;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.jobs.summary.SigningKey;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.jobs.summary.SummaryHeader;
import jp.renkei.jobs.summary.SummaryTable;
import jp.renkei.warehouse.rules.RuleVersions;
import jp.renkei.warehouse.table.TableCatalog;
import org.apache.spark.sql.Row;

/** What the summary of one month says: the tables of a warehouse as an issuer signs them. */
final class SummaryContent {
  private final String issuerId;
  private final AccessRegisters registers;
  private final SigningKey key;
  private final RunContext context;
  private final Tables tables;
  private final OffsetDateTime createdAt;

  /**
   * @param context of the steps that the tables were made by
   */
  SummaryContent(
      String issuerId,
      AccessRegisters registers,
      SigningKey key,
      RunContext context,
      Tables tables,
      OffsetDateTime createdAt) {
    this.issuerId = issuerId;
    this.registers = registers;
    this.key = key;
    this.context = context;
    this.tables = tables;
    this.createdAt = createdAt;
  }

  private SummaryHeader header(YearMonth month, List<String> products) {
    return new SummaryHeader(
        SummaryHeader.FORMAT_VERSION,
        issuerId,
        month,
        createdAt,
        CodeVersion.code(),
        RuleVersions.builtIn().get("access-classification"),
        new SummaryHeader.MadeWith(
            ReadingHashes.reading(products),
            ReadingHashes.aliases(registers.aliases(), issuerId, month),
            ReadingHashes.networks(registers.networks(), month)));
  }

  /**
   * The signed bytes.
   *
   * @param logFiles rows of {@code silver.log_file}
   */
  byte[] of(YearMonth month, List<Row> logFiles) {
    var rows = new EnumMap<SummaryTable, List<List<Object>>>(SummaryTable.class);
    for (var kind :
        List.of(
            SummaryTable.ACCESS_DAILY, SummaryTable.FETCH_MONTH, SummaryTable.ISSUER_MONTH_USERS)) {
      rows.put(
          kind,
          Tables.rows(
              kind.table(),
              tables.sql(
                  "select * from " + kind.madeAs() + " where month = :month",
                  Map.of("month", month.atDay(1)))));
    }
    if (rows.get(SummaryTable.ACCESS_DAILY).isEmpty()) {
      throw new DataProblemException(
          month + " に受理できたログの行がありません。--month と --logs を確かめてください。集計は作られていません。",
          "Cannot summarize "
              + month
              + ": no accepted line is of that month. Check --month"
              + " and --logs. No summary was written.");
    }
    var fileDays = tables.read(LogFileDays.TABLE).collectAsList();
    rows.put(SummaryTable.LOG_DAY, logDays(month, logFiles, fileDays));
    rows.put(SummaryTable.LOG_FILE, logFiles(month, logFiles, fileDays));
    int product = SummaryTable.LOG_FILE.table().columnNames().indexOf("product");
    var products =
        rows.get(SummaryTable.LOG_FILE).stream().map(row -> (String) row.get(product)).toList();
    byte[] content = SummaryFile.write(header(month, products), rows, key);
    var problems = SummaryFile.read(SummaryFile.nameOf(issuerId, month), content).problems();
    if (!problems.isEmpty()) {
      // Ids and names of folders come from outside, and may hold what a summary must not.
      throw new DataProblemException(problems.get(0).japanese(), problems.get(0).english());
    }
    return content;
  }

  private List<List<Object>> logDays(YearMonth month, List<Row> logFiles, List<Row> fileDays) {
    var feeds = tables.read(GatewayFeeds.TABLE).collectAsList();
    var made = TableCatalog.builtIn().table(SummaryTable.LOG_DAY.madeAs()).columnNames();
    return LogCoverage.rows(month, logFiles, fileDays, feeds).stream()
        .map(
            row ->
                SummaryTable.LOG_DAY.table().columnNames().stream()
                    .map(column -> row.get(made.indexOf(column)))
                    .toList())
        .toList();
  }

  /** The files with rows of the month, and those of which no row says of what month they are. */
  private List<List<Object>> logFiles(YearMonth month, List<Row> logFiles, List<Row> fileDays) {
    var hashes =
        context.landed().stream()
            .collect(
                Collectors.toMap(
                    LandedFile::submissionId, LandedFile::sha256, (first, same) -> first));
    var ofMonth =
        fileDays.stream()
            .filter(day -> day.getAs("month").equals(month.atDay(1)))
            .map(day -> day.<String>getAs("submission_id"))
            .collect(Collectors.toSet());
    return logFiles.stream()
        .filter(
            file ->
                ofMonth.contains(file.<String>getAs("submission_id"))
                    || file.<Long>getAs("accepted") == 0)
        .map(file -> logFile(month, file, hashes))
        .toList();
  }

  private static List<Object> logFile(YearMonth month, Row file, Map<String, String> hashes) {
    var row = new ArrayList<Object>();
    for (var column : SummaryTable.LOG_FILE.table().columnNames()) {
      row.add(
          switch (column) {
            case "month" -> month.atDay(1);
            case "sha256" -> hashes.get(file.<String>getAs("submission_id"));
            default -> file.getAs(column);
          });
    }
    return row;
  }
}
