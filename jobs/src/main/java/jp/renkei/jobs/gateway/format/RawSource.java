package jp.renkei.jobs.gateway.format;

import java.util.List;
import java.util.Locale;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The raw fields that one field of an access is made of.
 *
 * @param names a name, or a JSON pointer, each
 * @param combination what several mean
 * @param wrapper the place of a wrapper that holds it for all records inside; empty for the record
 */
public record RawSource(List<String> names, Combination combination, String wrapper) {

  /** What several raw fields mean together. */
  public enum Combination {
    /** There is one. */
    ONE,
    /** The first that is logged counts. */
    FIRST,
    /** Texts, one behind the other. */
    JOIN,
    /** Numbers, added; one that is not logged makes the sum unknown. */
    SUM
  }

  /** The keys of a format file that say it. */
  static final List<String> KEYS = List.of("from", "first", "join", "sum");

  public RawSource {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new DefinitionException("a field without a raw field.");
    }
    if (!wrapper.isEmpty() && combination != Combination.ONE) {
      throw new DefinitionException(
          names + ": 'in' belongs to a field that comes from one raw field.");
    }
  }

  static RawSource of(String name) {
    return new RawSource(List.of(name), Combination.ONE, "");
  }

  static RawSource parse(YamlNode node) {
    long keys = KEYS.stream().filter(node::has).count();
    if (keys != 1) {
      throw new DefinitionException(
          node.place() + ": found %d, expected one of %s.".formatted(keys, KEYS));
    }
    String wrapper = node.optionalText("in").orElse("");
    for (var combination : List.of(Combination.FIRST, Combination.JOIN, Combination.SUM)) {
      String key = combination.name().toLowerCase(Locale.ROOT);
      if (node.has(key)) {
        return new RawSource(node.texts(key), combination, wrapper);
      }
    }
    return new RawSource(List.of(node.text("from")), Combination.ONE, wrapper);
  }

  /** As messages show it. */
  String shown() {
    return names.size() == 1 ? names.get(0) : String.join("、", names);
  }
}
