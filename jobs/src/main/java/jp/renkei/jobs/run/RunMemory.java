package jp.renkei.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlFile;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.table.TableName;

/**
 * What each table was made from when it was last written. An entry counts only while the table is
 * at the version it speaks of, so that losing the file or half of it, or a run killed before it was
 * written, costs time and nothing else.
 */
final class RunMemory {
  /**
   * What is known of a table.
   *
   * @param inputs hash of everything the writing step depended on
   * @param content hash of the rows; empty where they were not hashed
   * @param origin what it was made by and from
   */
  record Entry(long version, String inputs, String content, Origin origin) {}

  /**
   * What a step's result was made by and from.
   *
   * @param by hash of code, definitions and whatever else the step depends on beside tables
   * @param versions of the tables that the step reads, by name
   */
  record Origin(String by, SortedMap<String, Long> versions) {
    Origin {
      versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }
  }

  private final Path file;
  private final Map<TableName, Entry> entries;

  private RunMemory(Path file, Map<TableName, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  static RunMemory load(Path file) {
    try {
      return new RunMemory(file, entries(file));
    } catch (IOException | DefinitionException | IllegalArgumentException e) {
      // Missing, cut off or not ours: every table is made anew, which is right whatever stood
      // there.
      return new RunMemory(file, new TreeMap<>());
    }
  }

  private static Map<TableName, Entry> entries(Path file) throws IOException {
    var entries = new TreeMap<TableName, Entry>();
    var root = YamlNode.parse(file.toString(), Files.readString(file));
    for (var table : root.keys()) {
      var node = root.node(table).allowOnly("version", "inputs", "content", "made_by", "made_from");
      entries.put(
          TableName.of(table),
          new Entry(
              node.integer("version"),
              node.text("inputs"),
              node.optionalText("content").orElse(""),
              new Origin(node.optionalText("made_by").orElse(""), versions(node))));
    }
    return entries;
  }

  private static SortedMap<String, Long> versions(YamlNode entry) {
    var versions = new TreeMap<String, Long>();
    if (entry.keys().contains("made_from")) {
      var node = entry.node("made_from");
      node.keys().forEach(table -> versions.put(table, (long) node.integer(table)));
    }
    return versions;
  }

  Optional<Entry> of(TableName table) {
    return Optional.ofNullable(entries.get(table));
  }

  void put(TableName table, Entry entry) {
    entries.put(table, entry);
  }

  void save() {
    var root = new TreeMap<String, Object>();
    entries.forEach(
        (table, entry) -> {
          var node = new LinkedHashMap<String, Object>();
          node.put("version", entry.version());
          node.put("inputs", entry.inputs());
          node.put("content", entry.content());
          node.put("made_by", entry.origin().by());
          if (!entry.origin().versions().isEmpty()) {
            node.put("made_from", entry.origin().versions());
          }
          root.put(table.toString(), node);
        });
    YamlFile.write(file, root);
  }
}
