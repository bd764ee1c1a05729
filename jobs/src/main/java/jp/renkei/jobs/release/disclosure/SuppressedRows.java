package jp.renkei.jobs.release.disclosure;

import static jp.renkei.warehouse.table.DuckDbTables.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.rules.DisclosureRules.Content;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.ColumnType;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Keeps out of an audience's file what disclosure control decided: a suppressed row stands without
 * any number, and its value state says SUPPRESSED. The numbers are never written and taken out
 * again, since a file keeps the bytes of what was taken out.
 */
public final class SuppressedRows {
  private static final String VALUE_STATE = "value_state";

  private final DisclosureControl control;
  private final DisclosureRules rules = DisclosureRules.builtIn();

  public SuppressedRows(DisclosureControl control) {
    this.control = control;
  }

  /** Tells a connection what is suppressed; what it is told is not in its file. */
  public void tell(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create temp table suppressed_row (table_name varchar, key varchar, reason varchar)");
      statement.execute(
          "create temp table suppressed_answer"
              + " (table_name varchar, issuer_id varchar, reference_date date)");
    }
    try (var rows = connection.prepareStatement("insert into suppressed_row values (?, ?, ?)")) {
      for (var table : rules.contents().keySet()) {
        for (var row : control.suppressed(table).entrySet()) {
          rows.setString(1, table.toString());
          rows.setString(2, row.getKey());
          rows.setString(3, row.getValue().name());
          rows.addBatch();
        }
      }
      rows.executeBatch();
    }
    try (var answers =
        connection.prepareStatement(
            "insert into suppressed_answer values (?, ?, cast(? as date))")) {
      for (String key : control.suppressed(KpiFigures.KPI_VALUE).keySet()) {
        var words = KpiFigures.words(key);
        var of = rules.answersOf().get(words.kpiId());
        if (of != null && !words.issuerId().isEmpty()) {
          answers.setString(1, of.table().toString());
          answers.setString(2, words.issuerId());
          answers.setString(3, words.periodStart());
          answers.addBatch();
        }
      }
      answers.executeBatch();
    }
  }

  /**
   * SQL of a column, empty of numbers where its row is suppressed.
   *
   * @param expression what it is otherwise
   * @param rounds SELECT of silver.survey_round
   */
  public String shown(
      TableDefinition table, ColumnDefinition column, String expression, String rounds) {
    if (isFigures(table)) {
      boolean isState = column.name().equals(VALUE_STATE);
      if (!isState && (!isNumber(column) || table.key().contains(column.name()))) {
        return expression;
      }
      return "case when %s in (select key from suppressed_row where table_name = %s) then %s else %s end"
          .formatted(
              RowKey.sql(table),
              literal(table.name().toString()),
              isState ? "'SUPPRESSED'" : "null",
              expression);
    }
    boolean isAnswer =
        rules.answersOf().values().stream()
            .anyMatch(
                answers ->
                    answers.table().equals(table.name())
                        && answers.columns().contains(column.name()));
    return isAnswer
        ? """
          case when (round_id, issuer_id) in (
            select (r.round_id, a.issuer_id) from suppressed_answer a join (%s) r using (reference_date)
            where a.table_name = %s) then null else %s end"""
            .formatted(rounds, literal(table.name().toString()), expression)
        : expression;
  }

  /** Counts what is suppressed in the tables that the file holds. */
  public void count(Statement file, List<TableDefinition> tables) throws SQLException {
    for (var table : tables) {
      if (isFigures(table)) {
        file.execute(
            """
            insert into gold.suppression_summary
            select %1$s, s.reason, count(*), (select count(*) from %2$s)
            from   (select %3$s as key from %2$s) t
                   join suppressed_row s on s.key = t.key and s.table_name = %1$s
            group  by s.reason
            order  by s.reason
            """
                .formatted(literal(table.name().toString()), table.name(), RowKey.sql(table)));
      }
    }
  }

  private boolean isFigures(TableDefinition table) {
    return rules.contentOf(table.name()).filter(Content.FIGURES::equals).isPresent();
  }

  /** Writes the parameters that may be known. */
  public static void tellRules(Statement file) throws SQLException {
    var rules = DisclosureRules.builtIn();
    for (Map.Entry<String, Long> parameter : rules.published().entrySet()) {
      file.execute(
          "insert into gold.disclosure_rule values (%s, %d, %d)"
              .formatted(literal(parameter.getKey()), parameter.getValue(), rules.version()));
    }
  }

  /** Tables that are made with an audience's file and not by the pipeline. */
  public static List<TableName> madeWithTheFile() {
    return List.of(TableName.of("gold.disclosure_rule"), TableName.of("gold.suppression_summary"));
  }

  private static boolean isNumber(ColumnDefinition column) {
    return column.type() == ColumnType.BIGINT || column.type() == ColumnType.DOUBLE;
  }
}
