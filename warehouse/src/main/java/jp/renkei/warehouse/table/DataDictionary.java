package jp.renkei.warehouse.table;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The data dictionary as Markdown ({@code docs/tables.md}): every table with its grain, key and
 * audiences, every column with type, unit, label, meaning and sensitivity.
 */
public final class DataDictionary {
  private static final List<String> LAYERS = List.of("gold", "silver", "bronze");

  private DataDictionary() {}

  /** The dictionary of the tables, by layer from what readers ask for to what was received. */
  public static String of(Collection<TableDefinition> tables) {
    var text =
        new StringBuilder(
            """
            # Tables

            Generated from `warehouse/definitions/tables` by `DataDictionary`; don't edit. Remake with
            `./mvnw -Pquick -pl warehouse test -Dtest=DataDictionaryTest -Dgolden.update=true`.

            **Audiences** are the release files that hold a table; none = in Delta only. **Companies** are the columns that name
            a company: outside the secretariat's file a row stands only if every company it names consents. **Outside the hash**
            marks columns that depend on the run rather than on the content.

            | table | 名称 | one row is |
            |---|---|---|
            """);
    for (var layer : LAYERS) {
      for (var table : tables) {
        if (table.name().layer().equals(layer)) {
          text.append(
              row(
                  "[`%s`](#%s)".formatted(table.name(), anchor(table)),
                  table.label(),
                  table.grain()));
        }
      }
    }
    for (var layer : LAYERS) {
      tables.stream()
          .filter(table -> table.name().layer().equals(layer))
          .forEach(table -> append(text, table));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, TableDefinition table) {
    text.append("\n## ").append(table.name()).append(' ').append(table.label()).append("\n\n");
    text.append(table.grain()).append("\n\n");
    text.append("- Key: ").append(codes(table.key())).append('\n');
    text.append("- Audiences: ").append(codes(table.audiences()));
    text.append(table.isViewInRelease() ? ", as a view of the pinned Delta files\n" : "\n");
    if (!table.companyColumns().isEmpty()) {
      text.append("- Companies: ").append(codes(table.companyColumns())).append('\n');
    }
    text.append("\n| column | type | unit | 列名 | meaning | note |\n|---|---|---|---|---|---|\n");
    for (var column : table.columns()) {
      text.append(
          row(
              "`" + column.name() + "`",
              column.type().name().toLowerCase(Locale.ROOT),
              column.unit().orElse(""),
              column.label(),
              column.meaning(),
              note(column)));
    }
  }

  private static String note(ColumnDefinition column) {
    String hash = column.isVolatile() ? "outside the hash" : "";
    String sensitivity = column.sensitivity().orElse("");
    return hash.isEmpty() || sensitivity.isEmpty() ? sensitivity + hash : sensitivity + ", " + hash;
  }

  /** The anchor that Markdown renderers make of the heading. */
  private static String anchor(TableDefinition table) {
    String heading = table.name() + " " + table.label();
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private static String codes(List<String> names) {
    return names.isEmpty() ? "none" : "`" + String.join("`, `", names) + "`";
  }

  private static String row(String... cells) {
    var row = new StringBuilder("|");
    for (var cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }
}
