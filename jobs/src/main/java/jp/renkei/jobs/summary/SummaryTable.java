package jp.renkei.jobs.summary;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/** The tables of a summary: a CSV file each, with the columns of the silver table that it fills. */
public enum SummaryTable {
  ACCESS_DAILY("access_daily.csv", "gold.access_daily"),
  FETCH_MONTH("fetch_month.csv", "gold.fetch_month"),
  ISSUER_MONTH_USERS("issuer_month_users.csv", "gold.issuer_month_users"),
  LOG_DAY("log_day.csv", "gold.log_coverage"),
  LOG_FILE("log_file.csv", "silver.log_file");

  /** What texts may look like, by column: codes and ids, never a free text. */
  static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("front", "api|web"),
          Map.entry("access_method", "API|SCRAPING|DIRECT|UNKNOWN|EXCLUDED"),
          Map.entry("rule_id", "[a-z_]{1,40}"),
          Map.entry("route_kind", "[A-Za-z_]{1,40}"),
          Map.entry("status_class", "[1-9]xx|429|499|NONE"),
          Map.entry("attended", "YES|NO|UNKNOWN"),
          Map.entry("product", "[a-z0-9-]{1,60}"),
          Map.entry("sha256", "[0-9a-f]{64}"));

  /** An id of a register, or a folder's name. */
  static final String ID = "[^,\"\\p{Cntrl}\\u2028\\u2029]{1,100}";

  private final String fileName;
  private final TableName madeAs;

  SummaryTable(String fileName, String madeAs) {
    this.fileName = fileName;
    this.madeAs = TableName.of(madeAs);
  }

  /** The file's name in the summary. */
  public String fileName() {
    return fileName;
  }

  /** The table that holds such rows where raw logs are read. */
  public TableName madeAs() {
    return madeAs;
  }

  /** The table that takes the rows of the summaries that stand. */
  public TableDefinition table() {
    return TableCatalog.builtIn()
        .table(TableName.of("silver.summary_" + fileName.replace(".csv", "")));
  }

  static List<String> fileNames() {
    return Stream.of(values()).map(SummaryTable::fileName).toList();
  }
}
