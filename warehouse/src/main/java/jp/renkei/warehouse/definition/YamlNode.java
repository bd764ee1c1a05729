package jp.renkei.warehouse.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * One mapping of a YAML file, together with the place it stands at ({@code rounds/R1.yaml:
 * questionnaires[0]}), so that every complaint names it. Unknown keys are refused, with a
 * suggestion. Scalars are read as the text that stands in the file: {@code no} is the word no, and
 * {@code 2026-03-31} the date it says.
 */
public final class YamlNode {
  private static final int DEEPEST = 50;

  private final String place;
  private final Map<?, ?> entries;

  private YamlNode(String place, Map<?, ?> entries) {
    this.place = place;
    this.entries = entries;
  }

  /**
   * Parses a document whose root is a mapping.
   *
   * @param file the name used in messages
   * @throws DefinitionException when the text is not YAML or its root is not a mapping
   */
  public static YamlNode parse(String file, String text) {
    var settings =
        LoadSettings.builder()
            .setSchema(new JsonSchema())
            .setAllowDuplicateKeys(false)
            .setLabel(file)
            .build();
    try {
      refuseDepth(file, new Parse(settings).parseString(text));
      Object root = new Load(settings).loadFromString(text);
      if (root instanceof Map<?, ?> map) {
        return new YamlNode(file, map);
      }
      throw new DefinitionException(
          file + ": found " + kindOf(root) + ", expected key: value lines.");
    } catch (YamlEngineException e) {
      throw new DefinitionException(file + ": not readable as YAML: " + e.getMessage(), e);
    }
  }

  /** The loader calls itself once a level, and would end in the middle of a deep document. */
  private static void refuseDepth(String file, Iterable<Event> events) {
    int depth = 0;
    for (var event : events) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        throw new DefinitionException(
            "%s: found more than %d levels of nesting%s, expected at most %d."
                .formatted(
                    file,
                    DEEPEST,
                    event.getStartMark().map(mark -> " in line " + (mark.getLine() + 1)).orElse(""),
                    DEEPEST));
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  public String place() {
    return place;
  }

  /** Refuses every key that is not one of {@code known}. */
  public YamlNode allowOnly(String... known) {
    var allowed = Set.of(known);
    for (Object key : entries.keySet()) {
      if (!allowed.contains(String.valueOf(key))) {
        throw new DefinitionException(
            "%s: unknown key '%s'%s Known keys: %s."
                .formatted(
                    place,
                    key,
                    didYouMean(String.valueOf(key), allowed),
                    String.join(", ", known)));
      }
    }
    return this;
  }

  public boolean has(String key) {
    return entries.get(key) != null;
  }

  public Set<String> keys() {
    var keys = new java.util.LinkedHashSet<String>();
    entries.keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }

  public String text(String key) {
    return optionalText(key)
        .orElseThrow(() -> new DefinitionException(place + ": '" + key + "' is missing."));
  }

  public Optional<String> optionalText(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map || value instanceof List) {
      throw wrong(key, value, "one value");
    }
    return Optional.of(value.toString());
  }

  public int integer(String key) {
    String text = text(key);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong(key, text, "a whole number");
    }
  }

  /** A whole number between two bounds, both included. */
  public int integer(String key, int lowest, int highest) {
    int number = integer(key);
    if (number < lowest || number > highest) {
      throw wrong(key, number, "a whole number from " + lowest + " to " + highest);
    }
    return number;
  }

  public int integer(String key, int otherwise) {
    return has(key) ? integer(key) : otherwise;
  }

  public BigDecimal decimal(String key) {
    String text = text(key);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw wrong(key, text, "a number");
    }
  }

  /** True or false as YAML writes it; absent is false. */
  public boolean flag(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, value, "true or false");
  }

  public LocalDate date(String key) {
    return optionalDate(key)
        .orElseThrow(() -> new DefinitionException(place + ": '" + key + "' is missing."));
  }

  /** A date between two days, both included. */
  public LocalDate date(String key, LocalDate earliest, LocalDate latest) {
    var date = date(key);
    if (date.isBefore(earliest) || date.isAfter(latest)) {
      throw wrong(key, date, "a date from " + earliest + " to " + latest);
    }
    return date;
  }

  public Optional<LocalDate> optionalDate(String key) {
    return optionalText(key)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw wrong(key, text, "a date YYYY-MM-DD");
              }
            });
  }

  public <E extends Enum<E>> E code(String key, Class<E> codes) {
    String text = text(key);
    for (E code : codes.getEnumConstants()) {
      if (code.name().equals(text.toUpperCase(Locale.ROOT))) {
        return code;
      }
    }
    throw wrong(key, text, "one of " + List.of(codes.getEnumConstants()));
  }

  /** A list of scalars; absent is empty. */
  public List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Object item : list(key)) {
      if (item == null || item instanceof Map || item instanceof List) {
        throw wrong(key, item, "a list of single values");
      }
      texts.add(item.toString());
    }
    return List.copyOf(texts);
  }

  /** A list of mappings; absent is empty. */
  public List<YamlNode> nodes(String key) {
    var nodes = new ArrayList<YamlNode>();
    int index = 0;
    for (Object item : list(key)) {
      if (!(item instanceof Map<?, ?> map)) {
        throw wrong(key, item, "a list of mappings");
      }
      nodes.add(new YamlNode(place + ": " + key + "[" + index++ + "]", map));
    }
    return List.copyOf(nodes);
  }

  /** A mapping below this one. */
  public YamlNode node(String key) {
    Object value = entries.get(key);
    if (value instanceof Map<?, ?> map) {
      return new YamlNode(place + ": " + key, map);
    }
    throw wrong(key, value, "a mapping");
  }

  private List<?> list(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(key, value, "a list");
  }

  private DefinitionException wrong(String key, Object found, String expected) {
    return new DefinitionException(
        "%s: '%s': found %s, expected %s.".formatted(place, key, kindOf(found), expected));
  }

  private static String kindOf(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Map) {
      return "a mapping";
    }
    return value instanceof List ? "a list" : "'" + value + "'";
  }

  private static String didYouMean(String word, Set<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= 2)
        .map(candidate -> ", did you mean '" + candidate + "'?")
        .orElse(".");
  }

  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substitution = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] =
            Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
