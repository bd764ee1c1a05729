package jp.renkei.webapi.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.table.TableCatalog;

/** Runs one query on a release file and prints every row as it comes. */
final class QueryRun {
  private static final Pattern NO_TABLE = Pattern.compile("Table with name (\\w+) does not exist");
  private static final Set<Integer> NUMBERS =
      Set.of(
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.FLOAT,
          Types.REAL,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC);

  private QueryRun() {}

  /**
   * Runs the query.
   *
   * @throws SqlProblem when DuckDB refuses it
   */
  static void print(
      ReleaseReader reader, Audience audience, SingleQuery query, RowPrinter printer) {
    Optional<SQLException> refusal =
        reader.read(
            queries -> queries.connectionResult(connection -> print(connection, query, printer)));
    refusal.ifPresent(
        reason -> {
          hiddenTable(reason.getMessage(), audience)
              .ifPresent(
                  table -> {
                    throw new SqlProblem(
                        "表 " + table + " は、対象者（" + audience.code() + "）向けのファイルにはありません。",
                        "Table "
                            + table
                            + " is not in the file for "
                            + audience.code()
                            + ". Read it with --audience secretariat; what comes out must not"
                            + " leave the secretariat.");
                  });
          throw new SqlProblem(
              "SQLを実行できません。列名・表名は \"describe gold.kpi_value\" や" + " \"show all tables\" で確かめられます。",
              "Cannot run SQL: "
                  + reason.getMessage()
                  + System.lineSeparator()
                  + "See the tables with \"show all tables\", a table's columns with"
                  + " \"describe gold.kpi_value\".");
        });
  }

  /** The table that the SQL asks for and that only other audiences' files hold. */
  private static Optional<String> hiddenTable(String refusal, Audience audience) {
    var missing = NO_TABLE.matcher(refusal);
    if (!missing.find()) {
      return Optional.empty();
    }
    return TableCatalog.builtIn().all().stream()
        .filter(table -> table.name().table().equals(missing.group(1)))
        .filter(table -> !table.audiences().contains(audience.code()))
        .map(table -> table.name().toString())
        .findFirst();
  }

  /** Returns the refusal instead of throwing it, so that jOOQ wraps no analyst's mistake. */
  private static Optional<SQLException> print(
      Connection connection, SingleQuery query, RowPrinter printer) {
    try (var statement = connection.prepareStatement(query.text())) {
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData shape = rows.getMetaData();
        var columns = new ArrayList<RowPrinter.Column>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
          columns.add(
              new RowPrinter.Column(
                  shape.getColumnLabel(i), NUMBERS.contains(shape.getColumnType(i))));
        }
        printer.begin(List.copyOf(columns));
        while (rows.next()) {
          var values = new ArrayList<Object>();
          for (int i = 1; i <= columns.size(); i++) {
            values.add(rows.getObject(i));
          }
          printer.row(values);
        }
        printer.end();
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
