package jp.renkei.jobs.gateway.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * How a line is cut into records and raw fields.
 *
 * @param pattern of text
 * @param escape of quotes in text
 * @param prefixes patterns of what collectors write before the product's line
 * @param records of JSON: the places of records, where a line holds several
 * @param keyValueNames of JSON: how maps are written as lists
 */
public record LineLayout(
    Shape shape,
    Optional<String> pattern,
    LinePattern.Escape escape,
    List<String> prefixes,
    List<String> records,
    Optional<KeyValueNames> keyValueNames) {

  /** What a line is. */
  public enum Shape {
    JSON,
    COMBINED,
    TEXT
  }

  public LineLayout {
    prefixes = List.copyOf(prefixes);
    records = List.copyOf(records);
    if ((shape == Shape.TEXT) != pattern.isPresent()) {
      throw new DefinitionException("'pattern' belongs to 'line: text', which needs it.");
    }
    if (shape != Shape.JSON && (!records.isEmpty() || keyValueNames.isPresent())) {
      throw new DefinitionException("'records' and 'key_values' belong to 'line: json'.");
    }
    if (shape == Shape.COMBINED && !prefixes.isEmpty()) {
      throw new DefinitionException("'prefixes' belong to 'line: json' and 'line: text'.");
    }
    for (String place : records) {
      if (!place.isEmpty() && !place.startsWith("/")) {
        throw new DefinitionException(
            "records: found '" + place + "', expected a place such as /records/*, or \"\".");
      }
    }
  }

  /** The keys of a format file that say it. */
  static final List<String> KEYS =
      List.of("line", "pattern", "escape", "prefixes", "records", "key_values");

  static LineLayout parse(YamlNode node) {
    Optional<KeyValueNames> keyValueNames = Optional.empty();
    if (node.has("key_values")) {
      var names = node.node("key_values").allowOnly("key", "value");
      keyValueNames = Optional.of(new KeyValueNames(names.text("key"), names.text("value")));
    }
    return new LineLayout(
        node.code("line", Shape.class),
        node.optionalText("pattern"),
        node.has("escape")
            ? node.code("escape", LinePattern.Escape.class)
            : LinePattern.Escape.NONE,
        node.texts("prefixes"),
        node.texts("records"),
        keyValueNames);
  }

  /** The parser of such lines; for one thread. */
  LineParser parser(List<FieldRule> rules, FieldValues values) {
    var names = keyValueNames.orElse(null);
    if (shape == Shape.JSON) {
      var before = prefixes("{[", values);
      return records.isEmpty()
          ? new OneAccessLines(new JsonLineParser(rules, values, names), before)
          : new JsonRecordsParser(records, rules, values, names, before);
    }
    if (shape == Shape.COMBINED) {
      return new OneAccessLines(new CombinedLineParser(rules, values), Prefixes.none());
    }
    var text = LinePattern.parse("pattern", pattern.orElseThrow(), escape);
    return new OneAccessLines(
        new PatternLineParser(text, rules, values), prefixes(text.beginning(), values));
  }

  private Prefixes prefixes(String beginnings, FieldValues values) {
    var patterns = new ArrayList<LinePattern>();
    for (String prefix : prefixes) {
      patterns.add(LinePattern.parse("prefixes", prefix, LinePattern.Escape.NONE));
    }
    return new Prefixes(patterns, beginnings, values.check());
  }
}
