package jp.renkei.jobs.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * Where a snapshot says its day: in the file's name ({@code brands-YYYY-MM-DD.json}) or in a field
 * of the answer, whose text begins with {@code YYYY-MM-DD}.
 */
record SnapshotDate(Optional<String> fileName, Optional<FieldPath> field) {
  private static final String DAY = "YYYY-MM-DD";

  static SnapshotDate of(YamlNode node) {
    node.allowOnly("file_name", "field");
    var date =
        new SnapshotDate(
            node.optionalText("file_name"), node.optionalText("field").map(FieldPath::new));
    if (date.fileName().isPresent() == date.field().isPresent()
        || date.fileName().filter(name -> !name.contains(DAY)).isPresent()) {
      throw new DefinitionException(
          node.place() + ": expected either file_name with " + DAY + " in it, or field.",
          new InJapanese("snapshot_date の指定", DAY + " を含む file_name、又は field のどちらか一つ"));
    }
    return date;
  }

  /** The day that a file's name says; empty where it says none. */
  Optional<LocalDate> inName(String name) {
    String pattern = fileName.orElseThrow();
    int start = pattern.indexOf(DAY);
    String before = pattern.substring(0, start);
    String after = pattern.substring(start + DAY.length());
    boolean fits =
        name.length() == pattern.length() && name.startsWith(before) && name.endsWith(after);
    return fits ? day(name.substring(start)) : Optional.empty();
  }

  Optional<LocalDate> inContent(JsonNode root) {
    return field.orElseThrow().textIn(root).flatMap(SnapshotDate::day);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() < DAY.length()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, DAY.length())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What it asks for, for messages. */
  String wanted() {
    return fileName.orElseGet(() -> field.orElseThrow().text() + ": " + DAY);
  }
}
