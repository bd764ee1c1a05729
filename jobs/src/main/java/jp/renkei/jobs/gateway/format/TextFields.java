package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The raw fields of a line of text by their names; for one thread. */
final class TextFields {
  private static final FieldRule[] NO_RULES = new FieldRule[0];
  private static final RawParts.Part[] NO_PARTS = new RawParts.Part[0];
  private static final Target NOTHING = new Target(NO_RULES, NO_PARTS);

  private final Map<String, Target> targets = new HashMap<>();
  private final RawParts parts;
  private final FieldValues values;

  /** What one raw field is for. */
  private record Target(FieldRule[] rules, RawParts.Part[] parts) {}

  TextFields(List<FieldRule> rules, FieldValues values) {
    this.parts = new RawParts(rules);
    this.values = values;
    for (var rule : rules) {
      if (rule.isOfOne()) {
        var known = targets.getOrDefault(rule.from(), NOTHING);
        targets.put(rule.from(), new Target(appended(known.rules(), rule), known.parts()));
      }
    }
    parts.forEach(
        (name, part) -> {
          var known = targets.getOrDefault(name, NOTHING);
          targets.put(name, new Target(known.rules(), appended(known.parts(), part)));
        });
  }

  private static <T> T[] appended(T[] array, T one) {
    var longer = Arrays.copyOf(array, array.length + 1);
    longer[array.length] = one;
    return longer;
  }

  void clear() {
    parts.clear();
  }

  void set(String name, String raw, AccessLine access) throws LineRejected {
    var target = targets.get(name);
    if (target == null) {
      values.check().text(name, raw);
      return;
    }
    for (var rule : target.rules()) {
      values.text(rule, raw, access);
    }
    for (var part : target.parts()) {
      parts.text(part, raw);
    }
  }

  void finish(AccessLine access) throws LineRejected {
    parts.finish(values, access);
  }
}
