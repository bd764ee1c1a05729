package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The raw fields of a JSON format as a tree of names, so that nested ones are found in passing. */
final class RawFieldTree {
  private final Map<String, RawFieldTree> children = new HashMap<>();
  private FieldRule[] rules = new FieldRule[0];
  private long lastObject;

  static RawFieldTree of(List<FieldRule> rules) {
    var root = new RawFieldTree();
    for (var rule : rules) {
      RawFieldTree node = root;
      for (String name : names(rule.from())) {
        node = node.children.computeIfAbsent(name, unused -> new RawFieldTree());
      }
      var longer = Arrays.copyOf(node.rules, node.rules.length + 1);
      longer[node.rules.length] = rule;
      node.rules = longer;
    }
    return root;
  }

  /** The node of a name, or null; null here is the fast way of saying "nothing to read". */
  RawFieldTree child(String name) {
    return children.get(name);
  }

  /** False when this name was met in the object of that number before. */
  boolean isFirstIn(long object) {
    boolean isFirst = lastObject != object;
    lastObject = object;
    return isFirst;
  }

  FieldRule[] rules() {
    return rules;
  }

  /** The names of a JSON pointer (RFC 6901), or the one name that stands there. */
  private static List<String> names(String from) {
    if (!from.startsWith("/")) {
      return List.of(from);
    }
    return Arrays.stream(from.substring(1).split("/", -1))
        .map(name -> name.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}
