package jp.renkei.warehouse.table;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.Definitions;

/** All tables, in the order of their names. */
public final class TableCatalog {
  private static final TableCatalog BUILT_IN = read();

  private final SortedMap<TableName, TableDefinition> tables;

  private TableCatalog(SortedMap<TableName, TableDefinition> tables) {
    this.tables = Collections.unmodifiableSortedMap(tables);
  }

  /** The tables that ship with the product. */
  public static TableCatalog builtIn() {
    return BUILT_IN;
  }

  public Collection<TableDefinition> all() {
    return tables.values();
  }

  public TableDefinition table(TableName name) {
    var definition = tables.get(name);
    if (definition == null) {
      throw new IllegalArgumentException(
          "Cannot find table " + name + ": there is no definitions/tables file for it.");
    }
    return definition;
  }

  public TableDefinition table(String qualifiedName) {
    return table(TableName.of(qualifiedName));
  }

  private static TableCatalog read() {
    var tables = new TreeMap<TableName, TableDefinition>();
    Definitions.read("definitions/tables", ".yaml")
        .forEach(
            (file, text) -> {
              var definition = TableDefinition.parse(file, text);
              tables.put(definition.name(), definition);
            });
    return new TableCatalog(tables);
  }
}
