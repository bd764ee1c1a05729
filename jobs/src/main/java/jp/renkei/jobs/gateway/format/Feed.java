package jp.renkei.jobs.gateway.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One folder of gateway logs, as its {@code feed.yaml} describes it. The issuer comes from the
 * folder, never from here.
 *
 * @param product a file of gateway-formats
 * @param zone for formats whose times carry none
 * @param latencyUnit where the product leaves it open
 * @param fields raw fields that differ from the product's
 * @param rules fields that the feed describes in full
 * @param production the environments that are no sandbox, in lower case; empty where the product
 *     says it
 * @param handedIn the days whose logs are to be handed in; lines of other days are taken all the
 *     same
 */
public record Feed(
    String product,
    Front front,
    ZoneId zone,
    LatencyUnit latencyUnit,
    Map<AccessField, String> fields,
    Map<AccessField, FieldRule> rules,
    List<Route> routes,
    Set<String> production,
    Days handedIn) {
  private static final String VALID_FROM = "valid_from";
  private static final String VALID_TO = "valid_to";
  private static final Pattern DAYS_LINE =
      Pattern.compile("(?m)^(" + VALID_FROM + "|" + VALID_TO + ")[ \\t]*:.*(\\R|\\z)");

  /**
   * Days from the first to the last, both included.
   *
   * @param first empty without a beginning
   * @param last empty without an end
   */
  public record Days(Optional<LocalDate> first, Optional<LocalDate> last) {
    public static final Days ALL = new Days(Optional.empty(), Optional.empty());
  }

  /**
   * Reads a {@code feed.yaml}.
   *
   * @param file the name used in messages
   */
  public static Feed parse(String file, String text) {
    var node =
        YamlNode.parse(file, text)
            .allowOnly(
                "product",
                "front",
                "time_zone",
                "latency_unit",
                "fields",
                "routes",
                "production",
                "environment",
                VALID_FROM,
                VALID_TO);
    var front = node.code("front", Front.class);
    var unit = LatencyUnit.of(node.place(), node.optionalText("latency_unit").orElse("ms"));
    if (unit == LatencyUnit.FEED) {
      throw new DefinitionException(
          file + ": latency_unit: found 'feed', expected ns, us, ms, s or written.",
          new DefinitionException.InJapanese("latency_unit：feed", "ns、us、ms、s、written のいずれか"));
    }
    var fields = new EnumMap<AccessField, String>(AccessField.class);
    var rules = new EnumMap<AccessField, FieldRule>(AccessField.class);
    if (node.has("fields")) {
      fields(node.node("fields"), fields, rules);
    }
    return new Feed(
        node.text("product"),
        front,
        zone(node),
        unit,
        Map.copyOf(fields),
        Map.copyOf(rules),
        node.nodes("routes").stream().map(route -> Route.parse(route, front)).toList(),
        production(node),
        days(node));
  }

  /**
   * A feed.yaml without what says nothing of how lines are read, so that the end of a feed does not
   * have a year of logs read anew.
   */
  public static String ofReading(String text) {
    return DAYS_LINE.matcher(text).replaceAll("").stripTrailing();
  }

  private static Days days(YamlNode node) {
    var days = new Days(node.optionalDate(VALID_FROM), node.optionalDate(VALID_TO));
    if (days.first().isPresent()
        && days.last().isPresent()
        && days.last().get().isBefore(days.first().get())) {
      throw new DefinitionException(
          "%s: valid_to: found %s, expected %s or later."
              .formatted(node.place(), days.last().get(), days.first().get()),
          new DefinitionException.InJapanese(
              "valid_to：" + days.last().get(), "valid_from（%s）以後の日".formatted(days.first().get())));
    }
    return days;
  }

  /** The first route that a path belongs to, or the one that stands for none. */
  public Route routeOf(String path) {
    for (int index = 0; path != null && index < routes.size(); index++) {
      if (routes.get(index).matches(path)) {
        return routes.get(index);
      }
    }
    return Route.UNDECLARED;
  }

  /** Whether the feed or its product names the environment as production, in any case. */
  public boolean isProduction(String environment) {
    return production.contains(environment)
        || production.contains(environment.toLowerCase(Locale.ROOT));
  }

  /** An access whose environment is not logged is taken as production. */
  public boolean isSandbox(String environment) {
    return environment != null && !isProduction(environment);
  }

  private static ZoneId zone(YamlNode node) {
    String name = node.optionalText("time_zone").orElse("Asia/Tokyo");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new DefinitionException(
          node.place() + ": time_zone: found '" + name + "', expected a zone such as Asia/Tokyo.",
          new DefinitionException.InJapanese("time_zone：" + name, "Asia/Tokyo のような時間帯"),
          e);
    }
  }

  /** A raw field by its name only, or a field in full as a format file describes it. */
  private static void fields(
      YamlNode node, Map<AccessField, String> names, Map<AccessField, FieldRule> rules) {
    for (String key : node.keys()) {
      if (node.isMapping(key)) {
        var rule = FieldRule.parse(key, node.node(key));
        rules.put(rule.field(), rule);
      } else {
        names.put(FieldRule.field(key, node), node.text(key));
      }
    }
  }

  /** A field of the product as this feed has it. */
  FieldRule changed(FieldRule rule) {
    String name = fields.get(rule.field());
    var whole = rules.get(rule.field());
    if (whole != null) {
      return rule.isRequired() ? whole.required() : whole;
    }
    return name == null ? rule : rule.from(name);
  }

  /** The fields that the product does not have. */
  List<FieldRule> added(List<FieldRule> known) {
    var added = new EnumMap<AccessField, FieldRule>(AccessField.class);
    fields.forEach((field, name) -> added.put(field, FieldRule.added(field, name)));
    added.putAll(rules);
    known.forEach(rule -> added.remove(rule.field()));
    return List.copyOf(added.values());
  }

  /** The same feed, with what its product says and it does not. */
  public Feed completedBy(GatewayFormat format) {
    return production.isEmpty()
        ? new Feed(
            product, front, zone, latencyUnit, fields, rules, routes, format.production(), handedIn)
        : this;
  }

  /** {@code production: [prod]}, by itself or below {@code environment}. */
  private static Set<String> production(YamlNode node) {
    var names =
        node.has("environment")
            ? node.node("environment").allowOnly("production").texts("production")
            : node.texts("production");
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
