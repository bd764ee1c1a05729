package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The raw fields of a line of text by their names; for one thread. */
final class TextFields {
  private final Map<String, Slot> slots = new HashMap<>();
  private final RawParts parts;
  private final FieldValues values;

  /** What one raw field is for. */
  static final class Slot {
    private final String name;
    private FieldRule[] rules = new FieldRule[0];
    private RawParts.Part[] parts = new RawParts.Part[0];

    private Slot(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    private static <T> T[] appended(T[] array, T one) {
      var longer = Arrays.copyOf(array, array.length + 1);
      longer[array.length] = one;
      return longer;
    }
  }

  TextFields(List<FieldRule> rules, FieldValues values) {
    this.parts = new RawParts(rules);
    this.values = values;
    for (var rule : rules) {
      if (rule.isOfOne()) {
        var slot = slot(rule.from());
        slot.rules = Slot.appended(slot.rules, rule);
      }
    }
    parts.forEach(
        (name, part) -> {
          var slot = slot(name);
          slot.parts = Slot.appended(slot.parts, part);
        });
  }

  /** The slot of a raw field that every line has: to be asked for once. */
  Slot slot(String name) {
    return slots.computeIfAbsent(name, Slot::new);
  }

  /** The slot of one that a line happens to have; it is not remembered. */
  Slot slotOfExtra(String name) {
    var slot = slots.get(name);
    return slot == null ? new Slot(name) : slot;
  }

  void clear() {
    parts.clear();
  }

  void set(Slot slot, String raw, AccessLine access) throws LineRejected {
    for (var rule : slot.rules) {
      values.text(rule, raw, access);
    }
    for (var part : slot.parts) {
      parts.text(part, raw);
    }
    if (slot.rules.length == 0 && slot.parts.length == 0) {
      values.check().text(slot.name, raw);
    }
  }

  void finish(AccessLine access) throws LineRejected {
    parts.finish(values, access);
  }
}
