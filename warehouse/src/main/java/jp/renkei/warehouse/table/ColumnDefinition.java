package jp.renkei.warehouse.table;

import java.util.Optional;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One column of a table.
 *
 * @param label the Japanese column label
 * @param unit of the values, where they have one
 * @param sensitivity {@code confidential} or {@code personal}, where the column is either
 * @param question the question whose single answers the column holds, where it holds any: a file
 *     for whom the question is not published has nothing there
 * @param isVolatile true where the value depends on when it was run, so that it stands outside
 *     every content hash
 * @param mayNameCompany true for a text that may be a company's id or name: outside the secretariat
 *     a company that does not consent to be named is not shown there
 */
public record ColumnDefinition(
    String name,
    ColumnType type,
    String label,
    String meaning,
    Optional<String> unit,
    Optional<String> sensitivity,
    Optional<String> question,
    boolean isVolatile,
    boolean mayNameCompany) {

  static ColumnDefinition of(YamlNode node) {
    node.allowOnly(
        "name",
        "type",
        "ja",
        "meaning",
        "unit",
        "sensitivity",
        "question",
        "volatile",
        "may_name_company");
    return new ColumnDefinition(
        node.text("name"),
        node.code("type", ColumnType.class),
        node.text("ja"),
        node.text("meaning"),
        node.optionalText("unit"),
        node.optionalText("sensitivity"),
        node.optionalText("question"),
        node.flag("volatile"),
        node.flag("may_name_company"));
  }
}
