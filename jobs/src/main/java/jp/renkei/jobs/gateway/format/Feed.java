package jp.renkei.jobs.gateway.format;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * @param production the environments that are no sandbox, in lower case
 */
public record Feed(
    String product,
    Front front,
    ZoneId zone,
    LatencyUnit latencyUnit,
    Map<AccessField, String> fields,
    List<Route> routes,
    Set<String> production) {

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
                "environment");
    var front = node.code("front", Front.class);
    var unit = LatencyUnit.of(node.place(), node.optionalText("latency_unit").orElse("ms"));
    if (unit == LatencyUnit.FEED) {
      throw new DefinitionException(
          file + ": latency_unit: found 'feed', expected ns, us, ms or s.",
          new DefinitionException.InJapanese("latency_unit：feed", "ns、us、ms、s のいずれか"));
    }
    return new Feed(
        node.text("product"),
        front,
        zone(node),
        unit,
        fields(node),
        node.nodes("routes").stream().map(route -> Route.parse(route, front)).toList(),
        production(node));
  }

  /** The kind of the first route that a path belongs to. */
  public String routeKind(String path) {
    for (int index = 0; path != null && index < routes.size(); index++) {
      if (routes.get(index).matches(path)) {
        return routes.get(index).kind();
      }
    }
    return Route.OTHER;
  }

  /** An access whose environment is not logged is taken as production. */
  public boolean isSandbox(String environment) {
    return environment != null
        && !production.contains(environment)
        && !production.contains(environment.toLowerCase(Locale.ROOT));
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

  private static Map<AccessField, String> fields(YamlNode node) {
    var fields = new EnumMap<AccessField, String>(AccessField.class);
    if (node.has("fields")) {
      var raw = node.node("fields");
      for (String key : raw.keys()) {
        var field =
            AccessField.ofKey(key)
                .orElseThrow(
                    () ->
                        new DefinitionException(
                            "%s: unknown field '%s'. Known fields: %s."
                                .formatted(raw.place(), key, AccessField.keys()),
                            new DefinitionException.InJapanese(
                                "fields：" + key, "次のいずれか：" + AccessField.keys())));
        fields.put(field, raw.text(key));
      }
    }
    return fields;
  }

  /** {@code production: [prod]}, by itself or below {@code environment}; default is prod. */
  private static Set<String> production(YamlNode node) {
    var names =
        node.has("environment")
            ? node.node("environment").allowOnly("production").texts("production")
            : node.texts("production");
    return names.isEmpty()
        ? Set.of("prod")
        : names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
