package jp.renkei.jobs.release;

import static jp.renkei.warehouse.table.DuckDbTables.literal;
import static jp.renkei.warehouse.table.DuckDbTables.quoted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Writes the DuckDB file of one audience. What the audience must not see is not in it: tables that
 * are not the audience's, single answers to questions that are not published to it, and, outside
 * the secretariat, every row that names a company which has not consented to be named, or that
 * totals the summaries of so few issuers that it tells theirs.
 */
final class AudienceFile {
  private static final TableName CONSENT = TableName.of("gold.company_consent");

  private static final List<Company> COMPANIES =
      List.of(
          new Company(TableName.of("silver.issuer"), "issuer_id"),
          new Company(TableName.of("silver.agent"), "agent_id"));

  private static final TableName KPI_VALUE = TableName.of("gold.kpi_value");

  /** Fewer issuers than may stand behind a total of summaries; of two, each knows the other's. */
  private static final int FEWEST_ISSUERS = 3;

  /** A register of companies, and its column of ids. */
  private record Company(TableName register, String id) {}

  private final WarehouseFolder warehouse;
  private final SortedMap<TableName, Long> versions;
  private final Audience audience;
  private final List<String> questions;

  AudienceFile(WarehouseFolder warehouse, SortedMap<TableName, Long> versions, Audience audience) {
    this.warehouse = warehouse;
    this.versions = versions;
    this.audience = audience;
    this.questions = PublishedQuestions.of(audience);
  }

  /**
   * Writes the file.
   *
   * @return per table, SHA-256 over its rows in the order of all columns
   */
  SortedMap<String, String> write(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      statement.execute("create schema silver");
      statement.execute("create schema gold");
      statement.execute("set file_search_path = " + literal(warehouse.root().toString()));
      for (var table : TableCatalog.builtIn().all()) {
        if (table.audiences().contains(audience.code())) {
          statement.execute(create(table));
        }
      }
      statement.execute("checkpoint");
      return ReleaseContent.hashes(statement, audience);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write release file " + file + ".", e);
    }
  }

  private String create(TableDefinition table) {
    var files = files(table.name());
    if (files.isEmpty()) {
      return DuckDbTables.create(table);
    }
    if (table.isViewInRelease()) {
      // Too large to copy; the Delta files of the pinned version stay where they are.
      var relative =
          files.stream()
              .map(one -> warehouse.root().relativize(Path.of(one)).toString().replace('\\', '/'))
              .toList();
      return "create view " + table.name() + " as " + select(table, relative);
    }
    return "create table "
        + table.name()
        + " as "
        + select(table, files)
        + where(table)
        + " order by "
        + Stream.concat(table.key().stream(), table.columnNames().stream())
            .distinct()
            .map(DuckDbTables::quoted)
            .collect(Collectors.joining(", "));
  }

  private List<String> files(TableName table) {
    Long version = versions.get(table);
    return version == null ? List.of() : DeltaSnapshot.at(warehouse.table(table), version).files();
  }

  private String select(TableDefinition table, List<String> files) {
    return "select "
        + table.columns().stream().map(this::shown).collect(Collectors.joining(", "))
        + " from read_parquet("
        + files.stream().map(DuckDbTables::literal).collect(Collectors.joining(", ", "[", "]"))
        + ")";
  }

  /** A column, or nothing where its question or company is not published to the audience. */
  private String shown(ColumnDefinition column) {
    boolean isPublished = column.question().map(questions::contains).orElse(true);
    if (isPublished && column.mayNameCompany() && audience != Audience.SECRETARIAT) {
      return "case when not coalesce(trim(%1$s) in (%2$s), false) then %1$s end as %1$s"
          .formatted(quoted(column.name()), unnamed());
    }
    return isPublished
        ? quoted(column.name())
        : "cast(null as " + column.type().duckDb() + ") as " + quoted(column.name());
  }

  /** Only rows that the audience may see. */
  private String where(TableDefinition table) {
    var conditions = new ArrayList<String>();
    table
        .questionColumn()
        .ifPresent(
            column ->
                conditions.add(
                    questions.stream()
                        .map(DuckDbTables::literal)
                        .collect(Collectors.joining(", ", quoted(column) + " in (", ")"))));
    if (audience != Audience.SECRETARIAT && !table.companyColumns().isEmpty()) {
      conditions.addAll(consents(table));
    }
    if (audience != Audience.SECRETARIAT && table.name().equals(KPI_VALUE)) {
      conditions.add(
          "(basis is distinct from 'ISSUER_SUMMARY' or issuer_id is not null or n_respondents >= "
              + FEWEST_ISSUERS
              + ")");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The ids of the companies that consent to be named. */
  private String named() {
    return "(select company_id from (%s) where publication_consent = 'NAMED')"
        .formatted(rows(CONSENT));
  }

  /** Ids and names of the companies that do not. */
  private String unnamed() {
    return COMPANIES.stream()
        .map(
            company ->
                """
                select unnest([%1$s, name_ja, name_en]) from (%2$s) where %1$s not in %3$s"""
                    .formatted(company.id(), rows(company.register()), named()))
        .collect(Collectors.joining(" union all "));
  }

  private String rows(TableName name) {
    var table = TableCatalog.builtIn().table(name);
    var files = files(name);
    String none =
        table.columnNames().stream()
            .map(column -> "null as " + quoted(column))
            .collect(Collectors.joining(", ", "select ", " where false"));
    return files.isEmpty() ? none : select(table, files);
  }

  /** Every company that a row names consents to be named. */
  private List<String> consents(TableDefinition table) {
    String named = named();
    return table.companyColumns().stream()
        .map(
            column -> "(" + quoted(column) + " is null or " + quoted(column) + " in " + named + ")")
        .toList();
  }
}
