package jp.renkei.warehouse.release;

import static jp.renkei.warehouse.table.DuckDbTables.columnList;
import static jp.renkei.warehouse.table.DuckDbTables.literal;
import static jp.renkei.warehouse.table.DuckDbTables.quoted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.rules.RespondentRules;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * The rows of all respondents' files, gathered once in memory: per table of those files one, named
 * as it is, with the respondent before its columns.
 */
final class RespondentRows {
  private static final TableName KPI_VALUE = TableName.of("gold.kpi_value");

  private final RespondentRules rules;

  RespondentRows(RespondentRules rules) {
    this.rules = rules;
  }

  /** Reads the files of the public and the secretariat in a release's folder, and lets them go. */
  void gather(Connection memory, Path release) throws SQLException {
    try (var statement = memory.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      // Each connection works by its own thread; more would only get in each other's way.
      statement.execute("set threads = 1");
      // A commit then writes the file itself, and not first a log that it is made of when let go.
      statement.execute("set checkpoint_threshold = '1KB'");
      for (var audience : new Audience[] {Audience.PUBLIC, Audience.SECRETARIAT}) {
        statement.execute(
            "attach %s as %s (read_only)"
                .formatted(
                    literal(release.resolve(audience.code() + ".duckdb").toString()),
                    quoted(audience.code())));
      }
      for (var table : rules.tables()) {
        statement.execute(
            "create table %s as select * from (%s) order by respondent_id"
                .formatted(
                    gathered(table), table.name().equals(KPI_VALUE) ? figures() : own(table)));
      }
      for (var audience : new Audience[] {Audience.PUBLIC, Audience.SECRETARIAT}) {
        statement.execute("detach " + quoted(audience.code()));
      }
    }
  }

  /** SELECT of a respondent's rows of a table. */
  String of(String respondentId, TableDefinition table) {
    String order =
        Stream.concat(table.key().stream(), table.columnNames().stream())
            .distinct()
            .map(DuckDbTables::quoted)
            .collect(Collectors.joining(", "));
    return "select %s from %s where respondent_id = %s order by %s"
        .formatted(columnList(table), gathered(table), literal(respondentId), order);
  }

  /** SHA-256 over what each respondent's file says, by respondent: all that the registers name. */
  SortedMap<String, String> contentHashes(Connection memory) throws SQLException {
    String lines =
        rules.tables().stream()
            .map(
                table ->
                    "select respondent_id, %s || ' ' || cast(row(%s) as varchar) as line from %s"
                        .formatted(
                            literal(table.name().toString()),
                            table.contentColumns().stream()
                                .map(ColumnDefinition::name)
                                .map(DuckDbTables::quoted)
                                .collect(Collectors.joining(", ")),
                            gathered(table)))
            .collect(Collectors.joining(" union all "));
    String registered =
        rules.registers().keySet().stream()
            .map(register -> "select respondent_id from " + quoted(register.toString()))
            .collect(Collectors.joining(" union "));
    var hashes = new TreeMap<String, String>();
    try (var statement = memory.createStatement();
        var found =
            statement.executeQuery(
                """
                select respondent_id, sha256(string_agg(line, chr(10) order by line))
                from   (%s)
                where  respondent_id in (%s)
                group  by respondent_id"""
                    .formatted(lines, registered))) {
      while (found.next()) {
        hashes.put(found.getString(1), found.getString(2));
      }
    }
    return hashes;
  }

  /** Rows of the registers about the company itself. */
  private String own(TableDefinition table) {
    return "select %1$s as respondent_id, %2$s from secretariat.%3$s where %1$s is not null"
        .formatted(quoted(rules.registers().get(table.name())), columnList(table), table.name());
  }

  private String figures() {
    String columns = columnList(rules.tables().get(0));
    return """
        select case entity_level when 'ISSUER' then issuer_id else agent_id end as respondent_id, %1$s
        from   secretariat.gold.kpi_value
        where  %2$s
        union all
        select unnest(case entity_level when 'ISSUER' then [issuer_id]
                                        when 'AGENT' then [agent_id]
                                        when 'PAIR' then [issuer_id, agent_id] end) as respondent_id, %1$s
        from   "public".gold.kpi_value
        where  entity_level in ('ISSUER', 'AGENT', 'PAIR') and not %2$s"""
        .formatted(columns, isInFull());
  }

  /** SQL condition of the rows of gold.kpi_value that the company they are about has in full. */
  private String isInFull() {
    return "coalesce(issuer_basis = %s and (slice is null or slice in (%s)) and (%s or %s), false)"
        .formatted(
            literal(rules.ownIssuerBasis()),
            literals(rules.ownSlices()),
            isInFull(EntityLevel.ISSUER),
            isInFull(EntityLevel.AGENT));
  }

  private String isInFull(EntityLevel level) {
    return "(entity_level = %s and kpi_id in (%s))"
        .formatted(literal(level.name()), literals(rules.inFull(level)));
  }

  private static String literals(Collection<String> texts) {
    return texts.stream().map(DuckDbTables::literal).collect(Collectors.joining(", "));
  }

  private static String gathered(TableDefinition table) {
    return quoted(table.name().toString());
  }
}
