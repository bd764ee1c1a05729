package jp.renkei.warehouse.table;

import java.util.regex.Pattern;

/** A table's name with its layer: {@code gold.kpi_value}. */
public record TableName(String layer, String table) implements Comparable<TableName> {
  private static final Pattern FORM = Pattern.compile("(bronze|silver|gold)\\.([a-z][a-z0-9_]*)");

  public static TableName of(String qualified) {
    var matcher = FORM.matcher(qualified);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Cannot name table: found '" + qualified + "', expected layer.table");
    }
    return new TableName(matcher.group(1), matcher.group(2));
  }

  @Override
  public String toString() {
    return layer + "." + table;
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }
}
