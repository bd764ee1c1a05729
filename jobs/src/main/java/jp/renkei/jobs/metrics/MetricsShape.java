package jp.renkei.jobs.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/** What a value of a metrics file looks like. */
sealed interface MetricsShape {
  /** One value. */
  record Scalar(ScalarType type) implements MetricsShape {}

  /** An array; {@code fewest} and {@code most} elements belong to it. */
  record ArrayOf(MetricsShape element, int fewest, int most) implements MetricsShape {}

  /** An object of the members, in the order of the definition. */
  record ObjectOf(Map<String, Member> members) implements MetricsShape {}

  /** An object of counts by HTTP error code, 400 to 599. */
  record ErrorCounts() implements MetricsShape {}

  /** One member of an object. */
  record Member(MetricsShape shape, boolean isRequired) {}

  /** The shape of a whole file, from the entries {@code shape} and {@code groups}. */
  static ObjectOf parse(YamlNode definition) {
    return new Parsing(definition.node("groups")).object(definition.node("shape"));
  }

  /** Reads the notation that the head of the definition explains. */
  record Parsing(YamlNode groups) {
    private static final Pattern ARRAY = Pattern.compile("(.+?)\\[(\\.\\.)?([0-9]+)](.*)");
    private static final String ERROR_COUNTS = "HTTPErrorCounts";

    ObjectOf object(YamlNode node) {
      var members = new LinkedHashMap<String, Member>();
      for (String key : node.keys()) {
        boolean isRequired = key.endsWith("!");
        String name = isRequired ? key.substring(0, key.length() - 1) : key;
        var shape = node.isMapping(key) ? object(node.node(key)) : named(node.text(key));
        members.put(name, new Member(shape, isRequired));
      }
      return new ObjectOf(members);
    }

    private MetricsShape named(String text) {
      var array = ARRAY.matcher(text);
      if (!array.matches()) {
        return one(text);
      }
      var shape = one(array.group(1));
      for (; array.matches(); array = ARRAY.matcher("_" + array.group(4))) {
        int most = Integer.parseInt(array.group(3));
        shape = new ArrayOf(shape, array.group(2) == null ? most : 0, most);
      }
      return shape;
    }

    private MetricsShape one(String name) {
      if (name.equals(ERROR_COUNTS)) {
        return new ErrorCounts();
      }
      if (groups.isMapping(name)) {
        return object(groups.node(name));
      }
      return ScalarType.of(name)
          .map(Scalar::new)
          .orElseThrow(
              () ->
                  new DefinitionException(
                      "%s: found '%s', expected a type or a group."
                          .formatted(groups.place(), name)));
    }
  }
}
