package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The raw fields of a JSON format as a tree of names, so that nested ones are found in passing; and
 * the places at which records stand, where a line may hold several.
 */
final class RawFieldTree {
  /** In a place: any element of an array. */
  private static final String ANY = "*";

  private final Map<String, RawFieldTree> children = new HashMap<>();
  private FieldRule[] rules = new FieldRule[0];
  private boolean mayBeText = true;
  private RawParts.Part[] parts = new RawParts.Part[0];
  private RawFieldTree record;
  private FieldRule[] wrapperRules = new FieldRule[0];
  private boolean isIsoTime;
  private long lastObject;

  /** The raw fields of one record. */
  static RawFieldTree of(List<FieldRule> rules, RawParts parts) {
    var root = new RawFieldTree();
    for (var rule : rules) {
      if (rule.isOfOne() && rule.source().wrapper().isEmpty()) {
        root.add(rule.from(), rule);
      }
    }
    parts.forEach(
        (name, part) -> {
          var node = root.descendant(name);
          node.parts = appended(node.parts, part);
          node.mayBeText &= part.rule().mayBeText();
          node.setIsoTime();
        });
    return root;
  }

  /**
   * The tree of a whole line with records at places such as {@code /records/*}; an empty place is
   * the line's one object, which may at the same time be a wrapper of other records.
   */
  static RawFieldTree ofLine(List<String> places, List<FieldRule> rules, RawParts parts) {
    var line = new RawFieldTree();
    // The line's own object has fields of a record and the way to records inside: a tree apart.
    var top = places.contains("") ? of(rules, parts) : line;
    line.record = places.contains("") ? top : null;
    var record = of(rules, parts);
    for (String place : places) {
      if (!place.isEmpty()) {
        var start = place.startsWith("/" + ANY) ? line : top;
        start.descendant(place).record = record;
      }
    }
    for (var rule : rules) {
      if (!rule.source().wrapper().isEmpty()) {
        var wrapper = top.descendant(rule.source().wrapper());
        wrapper.wrapperRules = appended(wrapper.wrapperRules, rule);
        wrapper.add(rule.from(), rule);
      }
    }
    return line;
  }

  /** The node of a name, or null; null here is the fast way of saying "nothing to read". */
  RawFieldTree child(String name) {
    return children.get(name);
  }

  /** The names that have nodes, in no order. */
  List<String> childNames() {
    return List.copyOf(children.keySet());
  }

  /** The node of an element of an array, or null. */
  RawFieldTree element(int index) {
    var any = children.get(ANY);
    return any == null ? children.get(Integer.toString(index)) : any;
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

  RawParts.Part[] parts() {
    return parts;
  }

  /** Whether all that comes from here may stand in the log as text. */
  boolean mayBeText() {
    return mayBeText;
  }

  /** Whether it is a time with its offset and nothing else. */
  boolean isIsoTime() {
    return isIsoTime;
  }

  boolean isLeaf() {
    return children.isEmpty();
  }

  boolean isValue() {
    return rules.length > 0 || parts.length > 0;
  }

  /** What an object here is read with as a record, or null. */
  RawFieldTree record() {
    return record;
  }

  /** The fields that an object here holds for all records inside. */
  FieldRule[] wrapperRules() {
    return wrapperRules;
  }

  private void add(String from, FieldRule rule) {
    var node = descendant(from);
    node.rules = appended(node.rules, rule);
    node.mayBeText &= rule.mayBeText();
    node.setIsoTime();
  }

  private void setIsoTime() {
    isIsoTime =
        rules.length == 1
            && parts.length == 0
            && rules[0].field().isTime()
            && rules[0].time().filter(TimeForm.ISO_OFFSET::equals).isPresent();
  }

  private RawFieldTree descendant(String pointer) {
    var node = this;
    for (String name : names(pointer)) {
      node = node.children.computeIfAbsent(name, unused -> new RawFieldTree());
    }
    return node;
  }

  private static <T> T[] appended(T[] array, T one) {
    var longer = Arrays.copyOf(array, array.length + 1);
    longer[array.length] = one;
    return longer;
  }

  /** The names of a JSON pointer (RFC 6901), or the one name that stands there. */
  static List<String> names(String from) {
    if (!from.startsWith("/")) {
      return List.of(from);
    }
    return Arrays.stream(from.substring(1).split("/", -1))
        .map(name -> name.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}
