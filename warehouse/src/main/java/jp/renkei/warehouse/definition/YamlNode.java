package jp.renkei.warehouse.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.warehouse.definition.YamlComplaint.Expected;
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
      throw new YamlComplaint(file).noMapping(root);
    } catch (YamlEngineException e) {
      throw new YamlComplaint(file).unreadable(e);
    }
  }

  /** The loader calls itself once a level, and would end in the middle of a deep document. */
  private static void refuseDepth(String file, Iterable<Event> events) {
    int depth = 0;
    for (var event : events) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        throw new YamlComplaint(file)
            .tooDeep(DEEPEST, event.getStartMark().map(mark -> mark.getLine() + 1));
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
        throw complaint().unknownKey(String.valueOf(key), known);
      }
    }
    return this;
  }

  public boolean has(String key) {
    return entries.get(key) != null;
  }

  /** Whether a mapping stands below this key; other values may stand there too. */
  public boolean isMapping(String key) {
    return entries.get(key) instanceof Map;
  }

  public Set<String> keys() {
    var keys = new java.util.LinkedHashSet<String>();
    entries.keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }

  public String text(String key) {
    return optionalText(key).orElseThrow(() -> complaint().missing(key));
  }

  public Optional<String> optionalText(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map || value instanceof List) {
      throw wrong(key, value, Expected.ONE_VALUE);
    }
    return Optional.of(value.toString());
  }

  public int integer(String key) {
    String text = text(key);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong(key, text, Expected.WHOLE);
    }
  }

  /** A whole number between two bounds, both included. */
  public int integer(String key, int lowest, int highest) {
    int number = integer(key);
    if (number < lowest || number > highest) {
      throw wrong(key, number, Expected.between(Expected.WHOLE, lowest, highest));
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
      throw wrong(key, text, Expected.NUMBER);
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
    throw wrong(key, value, Expected.FLAG);
  }

  public LocalDate date(String key) {
    return optionalDate(key).orElseThrow(() -> complaint().missing(key));
  }

  /** A date between two days, both included. */
  public LocalDate date(String key, LocalDate earliest, LocalDate latest) {
    var date = date(key);
    if (date.isBefore(earliest) || date.isAfter(latest)) {
      throw wrong(key, date, Expected.between(new Expected("a date", "日付"), earliest, latest));
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
                throw wrong(key, text, Expected.DATE);
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
    throw wrong(key, text, Expected.oneOf(List.of(codes.getEnumConstants())));
  }

  /** A list of scalars; absent is empty. */
  public List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (Object item : list(key)) {
      if (item == null || item instanceof Map || item instanceof List) {
        throw wrong(key, item, Expected.SINGLE_VALUES);
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
        throw wrong(key, item, Expected.MAPPINGS);
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
    throw wrong(key, value, Expected.MAPPING);
  }

  private List<?> list(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(key, value, Expected.LIST);
  }

  private DefinitionException wrong(String key, Object found, Expected expected) {
    return complaint().wrong(key, found, expected);
  }

  private YamlComplaint complaint() {
    return new YamlComplaint(place);
  }
}
