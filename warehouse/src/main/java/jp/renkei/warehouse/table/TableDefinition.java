package jp.renkei.warehouse.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One table as {@code definitions/tables} describes it.
 *
 * @param grain what one row is, in a sentence
 * @param audiences the audiences whose release file holds the table; none = Delta only
 * @param companyColumns columns that name a company: outside the secretariat's file a row exists
 *     only if every company that it names consents
 * @param questionColumn column that names the question whose single answer the row holds: a file
 *     for whom the question is not published lacks the row
 * @param isViewInRelease true for a table too large to copy: the release file holds a view of the
 *     pinned Delta files instead
 */
public record TableDefinition(
    TableName name,
    String label,
    String grain,
    List<String> audiences,
    List<String> companyColumns,
    List<String> key,
    List<ColumnDefinition> columns,
    Optional<String> questionColumn,
    boolean isViewInRelease) {

  public TableDefinition {
    var names = new HashSet<String>();
    for (var column : columns) {
      if (!names.add(column.name())) {
        throw new DefinitionException(name + ": column '" + column.name() + "' stands twice.");
      }
    }
    for (var column : key) {
      requireColumn(name, names, column, "key");
    }
    for (var column : companyColumns) {
      requireColumn(name, names, column, "companies");
    }
    questionColumn.ifPresent(column -> requireColumn(name, names, column, "question_column"));
  }

  static TableDefinition parse(String file, String text) {
    var node = YamlNode.parse(file, text);
    node.allowOnly(
        "table",
        "ja",
        "grain",
        "audiences",
        "companies",
        "key",
        "columns",
        "question_column",
        "view_in_release");
    var definition =
        new TableDefinition(
            TableName.of(node.text("table")),
            node.text("ja"),
            node.text("grain"),
            node.texts("audiences"),
            node.texts("companies"),
            node.texts("key"),
            node.nodes("columns").stream().map(ColumnDefinition::of).toList(),
            node.optionalText("question_column"),
            node.flag("view_in_release"));
    String expected = definition.name.layer() + "/" + definition.name.table() + ".yaml";
    if (!file.equals(expected)) {
      throw new DefinitionException(
          file + ": holds table " + definition.name + ", expected the file " + expected + ".");
    }
    return definition;
  }

  public ColumnDefinition column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " has no column '" + columnName + "'."));
  }

  public List<String> columnNames() {
    return columns.stream().map(ColumnDefinition::name).toList();
  }

  /** The columns that make up the table's content, without those that depend on the run. */
  public List<ColumnDefinition> contentColumns() {
    return columns.stream().filter(column -> !column.isVolatile()).toList();
  }

  private static void requireColumn(
      TableName table, Set<String> names, String column, String where) {
    if (!names.contains(column)) {
      throw new DefinitionException(
          table + ": " + where + " names the unknown column '" + column + "'.");
    }
  }
}
