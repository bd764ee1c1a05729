package jp.renkei.jobs.gateway.format;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One product's log format, as a file of {@code gateway-formats} describes it.
 *
 * @param product the file's name without its ending
 */
public record GatewayFormat(String product, Shape shape, List<FieldRule> fields) {

  /** How a line is cut into raw fields. */
  public enum Shape {
    JSON,
    COMBINED
  }

  public GatewayFormat {
    fields = List.copyOf(fields);
    if (fields.stream().noneMatch(rule -> rule.field() == AccessField.EVENT_TIME)) {
      throw new DefinitionException(product + ": the field event_time is missing.");
    }
  }

  /** The formats that ship with the product: product to the text of its file. */
  public static SortedMap<String, String> builtIn() {
    var formats = new TreeMap<String, String>();
    Definitions.read("gateway-formats", ".yaml")
        .forEach((file, text) -> formats.put(file.replace(".yaml", ""), text));
    return formats;
  }

  public static GatewayFormat parse(String file, String text) {
    var node = YamlNode.parse(file, text).allowOnly("product", "line", "fields");
    var fields = node.node("fields");
    var format =
        new GatewayFormat(
            node.text("product"),
            node.code("line", Shape.class),
            fields.keys().stream().map(key -> FieldRule.parse(key, fields.node(key))).toList());
    if (!file.endsWith(format.product + ".yaml")) {
      throw new DefinitionException(
          file + ": holds product " + format.product + ", expected a file of that name.");
    }
    return format;
  }

  /** The format as one feed uses it: with its own raw fields and its unit of latency. */
  public GatewayFormat of(Feed feed) {
    var rules = new ArrayList<FieldRule>();
    for (var rule : fields) {
      String raw = feed.fields().get(rule.field());
      rules.add((raw == null ? rule : rule.from(raw)).unit(feed.latencyUnit()));
    }
    feed.fields()
        .forEach(
            (field, raw) -> {
              if (fields.stream().noneMatch(rule -> rule.field() == field)) {
                rules.add(FieldRule.added(field, raw).unit(feed.latencyUnit()));
              }
            });
    return new GatewayFormat(product, shape, rules);
  }

  /** The parser of this format; for one thread. */
  public LineParser parser(ZoneId zone) {
    var values = new FieldValues(zone);
    return shape == Shape.JSON
        ? new JsonLineParser(fields, values)
        : new CombinedLineParser(fields, values);
  }
}
