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
import java.util.Properties;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.release.disclosure.DisclosureControl;
import jp.renkei.jobs.release.disclosure.KeptFigures;
import jp.renkei.jobs.release.disclosure.SuppressedRows;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.FileStorage;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Writes the DuckDB file of one audience. What the audience must not see is not in it: tables that
 * are not the audience's, single answers to questions that are not published to it, and, outside
 * the secretariat, every row that names a company which has not consented to be named, and every
 * figure that tells too much of those behind it.
 */
final class AudienceFile {
  private static final TableName CONSENT = TableName.of("gold.company_consent");

  private static final TableName SURVEY_ROUND = TableName.of("silver.survey_round");

  private static final List<Company> COMPANIES =
      List.of(
          new Company(TableName.of("silver.issuer"), "issuer_id"),
          new Company(TableName.of("silver.agent"), "agent_id"));

  private static final TableName ISSUER_TODAY = TableName.of("gold.issuer_today");

  private static final TableName KPI_VALUE = TableName.of("gold.kpi_value");

  /** A register of companies, and its column of ids. */
  private record Company(TableName register, String id) {}

  private final WarehouseFolder warehouse;
  private final SortedMap<TableName, Long> versions;
  private final Audience audience;
  private final List<String> questions;
  private final DisclosureRules rules = DisclosureRules.builtIn();
  private final KeptFigures kept = new KeptFigures(KpiCatalog.builtIn(), rules);
  private final SuppressedRows suppressed;

  AudienceFile(
      WarehouseFolder warehouse,
      SortedMap<TableName, Long> versions,
      Audience audience,
      DisclosureControl control) {
    this.warehouse = warehouse;
    this.versions = versions;
    this.audience = audience;
    this.suppressed = new SuppressedRows(control);
    this.questions = PublishedQuestions.of(audience);
  }

  /**
   * Writes the file.
   *
   * @return per table, SHA-256 over its rows in the order of all columns
   */
  SortedMap<String, String> write(Path file) {
    var storage = new Properties();
    storage.setProperty(FileStorage.PROPERTY, FileStorage.VERSION);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, storage);
        Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      statement.execute("create schema silver");
      statement.execute("create schema gold");
      statement.execute("set file_search_path = " + literal(warehouse.root().toString()));
      var tables =
          TableCatalog.builtIn().all().stream()
              .filter(table -> table.audiences().contains(audience.code()))
              .toList();
      if (audience.isUnderDisclosureControl()) {
        suppressed.tell(connection);
      }
      for (var table : tables) {
        statement.execute(create(table));
      }
      SuppressedRows.tellRules(statement);
      if (audience.isUnderDisclosureControl()) {
        suppressed.count(statement, tables);
      }
      statement.execute("checkpoint");
      return ReleaseContent.hashes(statement, audience);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write release file " + file + ".", e);
    }
  }

  private String create(TableDefinition table) {
    if (audience.isUnderDisclosureControl() && rules.contentOf(table.name()).isEmpty()) {
      throw new IllegalStateException(
          "Cannot give %s to %s: rules/disclosure.yaml does not say what it holds."
              .formatted(table.name(), audience.code()));
    }
    var files = files(table.name());
    if (files.isEmpty()) {
      return DuckDbTables.create(table);
    }
    if (table.isViewInRelease()) {
      if (audience.isUnderDisclosureControl()) {
        throw new IllegalStateException(
            "Cannot give %s to %s: a view shows every row of the table."
                .formatted(table.name(), audience.code()));
      }
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
        + table.columns().stream()
            .map(column -> shown(table, column))
            .collect(Collectors.joining(", "))
        + " from "
        + parquet(files);
  }

  /** A column, or nothing where its question or company is not published to the audience. */
  private String shown(TableDefinition table, ColumnDefinition column) {
    String published = published(column);
    if (!audience.isUnderDisclosureControl()) {
      return published + " as " + quoted(column.name());
    }
    return suppressed.shown(table, column, published, referenceDates())
        + " as "
        + quoted(column.name());
  }

  private String published(ColumnDefinition column) {
    boolean isPublished = column.question().map(questions::contains).orElse(true);
    if (isPublished && column.mayNameCompany() && audience.isUnderDisclosureControl()) {
      return "case when not coalesce(trim(%1$s) in (%2$s), false) then %1$s end"
          .formatted(quoted(column.name()), unnamed());
    }
    return isPublished ? quoted(column.name()) : "cast(null as " + column.type().duckDb() + ")";
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
    if (audience.isUnderDisclosureControl() && !table.companyColumns().isEmpty()) {
      conditions.addAll(consents(table));
    }
    if (audience.isUnderDisclosureControl()) {
      conditions.addAll(ofIndustryOnly(table));
      conditions.addAll(kept.given(table));
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** Rows of single companies that none but the secretariat has. */
  private List<String> ofIndustryOnly(TableDefinition table) {
    var figures = rules.industryOnly().get(table.name());
    if (figures == null) {
      return List.of();
    }
    String isOfIndustry =
        table.companyColumns().stream()
            .map(column -> quoted(column) + " is null")
            .collect(Collectors.joining(" and ", "(", ")"));
    String ofCompanies =
        figures.stream()
            .map(figure -> "starts_with(figure, " + literal(figure) + ")")
            .collect(Collectors.joining(" or ", " or not (", ")"));
    return List.of("(" + isOfIndustry + (figures.isEmpty() ? "" : ofCompanies) + ")");
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

  /** The reference date of each round. */
  private String referenceDates() {
    var files = files(SURVEY_ROUND);
    return files.isEmpty()
        ? "select null as round_id, null as reference_date where false"
        : "select round_id, reference_date from " + parquet(files);
  }

  private static String parquet(List<String> files) {
    return files.stream()
        .map(DuckDbTables::literal)
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
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

  /** Every company that a row names, or tells the history of, consents to be named. */
  private List<String> consents(TableDefinition table) {
    String named = named();
    var conditions =
        table.companyColumns().stream()
            .map(
                column ->
                    "(" + quoted(column) + " is null or " + quoted(column) + " in " + named + ")")
            .collect(Collectors.toCollection(ArrayList::new));
    if (table.name().equals(KPI_VALUE)) {
      conditions.add(
          """
          (issuer_basis is distinct from 'NOW' or issuer_id not in (
             select issuer_today_id from (%s) where issuer_today_id is not null and issuer_id not in %s))"""
              .formatted(rows(ISSUER_TODAY), named));
    }
    return conditions;
  }
}
