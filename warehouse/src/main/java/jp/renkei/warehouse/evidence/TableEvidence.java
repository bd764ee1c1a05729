package jp.renkei.warehouse.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.table.TableName;

/**
 * What stands behind one table.
 *
 * @param questions by column, the survey questions that decide it
 * @param logs columns that a gateway log decides
 */
public record TableEvidence(
    TableName table,
    EvidenceSource source,
    Map<String, List<String>> questions,
    List<String> logs) {

  public TableEvidence {
    questions = Map.copyOf(questions);
    logs = List.copyOf(logs);
  }

  static TableEvidence parse(String table, YamlNode node) {
    node.allowOnly("source", "questions", "logs");
    var questions = new TreeMap<String, List<String>>();
    if (node.has("questions")) {
      var columns = node.node("questions");
      columns.keys().forEach(column -> questions.put(column, columns.texts(column)));
    }
    return new TableEvidence(
        TableName.of(table),
        node.code("source", EvidenceSource.class),
        questions,
        node.texts("logs"));
  }
}
