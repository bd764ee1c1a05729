package jp.renkei.jobs.gateway.format;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One product's log format, as a file of {@code gateway-formats} describes it.
 *
 * @param product the file's name without its ending
 * @param production the environments that are no sandbox where the feed names none, in lower case
 */
public record GatewayFormat(
    String product,
    LineLayout layout,
    List<FieldRule> fields,
    Set<String> production,
    FormatNotes notes) {

  public GatewayFormat {
    fields = List.copyOf(fields);
    production = Set.copyOf(production);
    if (fields.stream().noneMatch(rule -> rule.field() == AccessField.EVENT_TIME)) {
      throw new DefinitionException(product + ": the field event_time is missing.");
    }
    boolean isWrapped = fields.stream().anyMatch(rule -> !rule.source().wrapper().isEmpty());
    if (isWrapped && layout.records().isEmpty()) {
      throw new DefinitionException(product + ": 'in' belongs to a format with 'records'.");
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
    var node =
        YamlNode.parse(file, text)
            .allowOnly(
                Stream.of(
                        LineLayout.KEYS,
                        FormatNotes.KEYS,
                        List.of("product", "production", "fields"))
                    .flatMap(List::stream)
                    .toArray(String[]::new));
    var fields = node.node("fields");
    var production = node.texts("production");
    var format =
        new GatewayFormat(
            node.text("product"),
            LineLayout.parse(node),
            fields.keys().stream().map(key -> FieldRule.parse(key, fields.node(key))).toList(),
            production.isEmpty()
                ? Set.of("prod")
                : production.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet()),
            FormatNotes.parse(node));
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
      rules.add(feed.changed(rule).unit(feed.latencyUnit()));
    }
    feed.added(fields).forEach(rule -> rules.add(rule.unit(feed.latencyUnit())));
    return new GatewayFormat(product, layout, rules, production, notes);
  }

  /** Whether a line may hold several records, which then are numbered through the file. */
  public boolean holdsSeveral() {
    return !layout.records().isEmpty();
  }

  /** The parser of this format; for one thread. */
  public LineParser parser(ZoneId zone) {
    return layout.parser(fields, new FieldValues(zone));
  }
}
