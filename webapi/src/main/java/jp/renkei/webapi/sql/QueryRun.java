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
import jp.renkei.warehouse.release.ReleaseReader;

/** Runs one query on a release file and prints every row as it comes. */
final class QueryRun {
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
  static void print(ReleaseReader reader, SingleQuery query, RowPrinter printer) {
    Optional<SQLException> refusal =
        reader.read(
            queries -> queries.connectionResult(connection -> print(connection, query, printer)));
    refusal.ifPresent(
        reason -> {
          throw new SqlProblem(
              "SQLを実行できません。列名・表名は \"describe gold.kpi_value\" や" + " \"show all tables\" で確かめられます。",
              "Cannot run SQL: "
                  + reason.getMessage()
                  + System.lineSeparator()
                  + "See the tables with \"show all tables\", a table's columns with"
                  + " \"describe gold.kpi_value\".");
        });
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
