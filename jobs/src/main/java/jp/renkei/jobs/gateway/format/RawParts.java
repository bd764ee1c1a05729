package jp.renkei.jobs.gateway.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The raw fields of one record of which several make one field: kept until the record is read,
 * since they come in any order. For one thread.
 */
final class RawParts {
  /** One of them: which rule's, and which of its raw fields. */
  record Part(FieldRule rule, int ruleIndex, int index) {}

  private final FieldRule[] rules;
  private final String[][] texts;

  /** Whether the text stood in the log as text; a number of JSON does not. */
  private final boolean[][] areTexts;

  RawParts(List<FieldRule> all) {
    rules = all.stream().filter(rule -> !rule.isOfOne()).toArray(FieldRule[]::new);
    texts = new String[rules.length][];
    areTexts = new boolean[rules.length][];
    for (int index = 0; index < rules.length; index++) {
      texts[index] = new String[rules[index].source().names().size()];
      areTexts[index] = new boolean[texts[index].length];
    }
  }

  /** Tells every part with the raw field that it comes from. */
  void forEach(BiConsumer<String, Part> taker) {
    for (int ruleIndex = 0; ruleIndex < rules.length; ruleIndex++) {
      var names = rules[ruleIndex].source().names();
      for (int index = 0; index < names.size(); index++) {
        taker.accept(names.get(index), new Part(rules[ruleIndex], ruleIndex, index));
      }
    }
  }

  void clear() {
    for (String[] slots : texts) {
      Arrays.fill(slots, null);
    }
  }

  void text(Part part, String raw) {
    texts[part.ruleIndex()][part.index()] = raw;
    areTexts[part.ruleIndex()][part.index()] = true;
  }

  void number(Part part, String raw) {
    texts[part.ruleIndex()][part.index()] = raw;
    areTexts[part.ruleIndex()][part.index()] = false;
  }

  /** Puts the parts together. */
  void finish(FieldValues values, AccessLine access) throws LineRejected {
    for (int index = 0; index < rules.length; index++) {
      var rule = rules[index];
      switch (rule.source().combination()) {
        case FIRST -> first(rule, index, values, access);
        case JOIN -> join(rule, index, values, access);
        default -> sum(rule, index, values, access);
      }
    }
  }

  private void first(FieldRule rule, int ruleIndex, FieldValues values, AccessLine access)
      throws LineRejected {
    boolean isTaken = false;
    for (int index = 0; index < texts[ruleIndex].length; index++) {
      String raw = texts[ruleIndex][index];
      if (raw == null) {
        continue;
      }
      if (!isTaken && !rule.form().isAbsent(raw)) {
        take(rule, raw, areTexts[ruleIndex][index], values, access);
        isTaken = true;
      } else {
        access.see(rule.field());
        check(rule, index, raw, values);
      }
    }
  }

  private static void check(FieldRule rule, int index, String raw, FieldValues values)
      throws LineRejected {
    if (rule.form().isId()) {
      values.check().id(rule, raw);
    } else {
      values.check().text(rule.source().names().get(index), raw);
    }
  }

  private void take(
      FieldRule rule, String raw, boolean isText, FieldValues values, AccessLine access)
      throws LineRejected {
    if (isText) {
      values.text(rule, raw, access);
    } else {
      values.numberLiteral(rule, raw, access);
    }
  }

  private void join(FieldRule rule, int ruleIndex, FieldValues values, AccessLine access)
      throws LineRejected {
    var joined = new StringBuilder();
    for (int index = 0; index < texts[ruleIndex].length; index++) {
      String raw = texts[ruleIndex][index];
      if (raw != null && !rule.form().isAbsent(raw)) {
        // Digits behind it could hide a card number in the joined text.
        check(rule, index, raw, values);
        joined.append(raw);
      }
    }
    if (!joined.isEmpty()) {
      values.text(rule, joined.toString(), access);
    }
  }

  private void sum(FieldRule rule, int ruleIndex, FieldValues values, AccessLine access)
      throws LineRejected {
    double sum = 0;
    boolean isKnown = true;
    for (int index = 0; index < texts[ruleIndex].length; index++) {
      String raw = texts[ruleIndex][index];
      if (raw == null || rule.form().isAbsent(raw)) {
        isKnown = false;
      } else {
        check(rule, index, raw, values);
        sum += values.plainNumber(rule, raw);
      }
    }
    if (isKnown) {
      values.decimal(rule, sum, access);
    }
  }
}
