package jp.renkei.warehouse.kpi;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * A KPI worked out by hand over a few rows of input, as its file {@code
 * definitions/kpis/examples/<kpi_id>.yaml} has it.
 *
 * @param about the situation, in Japanese
 * @param issuers issuers of the frame of the example's one survey round; empty where it has none
 * @param agents its agents
 * @param asOf date of what is counted as of a date
 * @param inputs rows of the tables that the KPI rests on
 * @param working the steps of the calculation, in Japanese
 * @param expected some of the KPI's values; numbers are rounded to the places that stand there
 */
public record KpiExample(
    String kpiId,
    int version,
    String about,
    List<String> issuers,
    List<String> agents,
    Optional<LocalDate> asOf,
    List<Input> inputs,
    List<String> working,
    Rows expected) {

  /** Rows of one table, of some of its columns. */
  public record Input(TableName table, Rows rows) {}

  /** Rows as text under their columns' names; {@code -} is null. */
  public record Rows(List<String> columns, List<List<String>> cells) {
    static Rows parse(String place, String text) {
      var lines = text.strip().lines().map(Rows::cellsOf).toList();
      var columns = lines.get(0);
      var cells = lines.subList(1, lines.size());
      for (var line : cells) {
        if (line.size() != columns.size()) {
          throw new DefinitionException(
              "%s: found %s, expected a cell for each of the columns %s."
                  .formatted(place, line, columns));
        }
      }
      return new Rows(columns, List.copyOf(cells));
    }

    private static List<String> cellsOf(String line) {
      return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    /** The rows as their file has them: a line of names, then a line per row. */
    public String text() {
      var text = new StringBuilder(String.join(" | ", columns));
      cells.forEach(line -> text.append('\n').append(String.join(" | ", line)));
      return text.toString();
    }
  }

  static KpiExample parse(String file, String text) {
    var node =
        YamlNode.parse(file, text)
            .allowOnly(
                "kpi_id",
                "definition_version",
                "about",
                "frame",
                "as_of",
                "inputs",
                "working",
                "expected");
    var frame =
        node.has("frame")
            ? Optional.of(node.node("frame").allowOnly("issuers", "agents"))
            : Optional.<YamlNode>empty();
    var example =
        new KpiExample(
            node.text("kpi_id"),
            node.integer("definition_version"),
            node.text("about"),
            frame.map(one -> one.texts("issuers")).orElse(List.of()),
            frame.map(one -> one.texts("agents")).orElse(List.of()),
            node.optionalDate("as_of"),
            node.nodes("inputs").stream().map(KpiExample::input).toList(),
            node.texts("working"),
            Rows.parse(file + ": expected", node.text("expected")));
    String expected = KpiDefinition.stem(example.kpiId, example.version) + ".yaml";
    if (!file.equals(expected)) {
      throw new DefinitionException(
          file + ": holds kpi_id '" + example.kpiId + "', expected " + expected + ".");
    }
    return example;
  }

  private static Input input(YamlNode node) {
    node.allowOnly("table", "rows");
    var table = TableName.of(node.text("table"));
    var rows = Rows.parse(node.place(), node.text("rows"));
    rows.columns().forEach(TableCatalog.builtIn().table(table)::column);
    return new Input(table, rows);
  }
}
