package jp.renkei.jobs.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where something stands in a JSON answer: names parted by dots; {@code *} is every entry of a list
 * or object.
 */
record FieldPath(String text) {
  private static final String EVERY = "*";

  /** An entry and how its place is called, for example {@code data[3]}. */
  record Found(String place, JsonNode value) {}

  /** The text of the one value there; empty where there is none, or only blanks. */
  Optional<String> textIn(JsonNode node) {
    JsonNode value = node;
    for (String name : text.split("\\.", -1)) {
      value = value.path(name);
    }
    return value.isTextual() || value.isNumber()
        ? Optional.of(value.asText().strip()).filter(found -> !found.isEmpty())
        : Optional.empty();
  }

  /** Whether something other than a text or a number stands there. */
  boolean isMisshapenIn(JsonNode node) {
    JsonNode value = node;
    for (String name : text.split("\\.", -1)) {
      value = value.path(name);
    }
    return value.isContainerNode() || value.isBoolean();
  }

  /**
   * Every entry of the list or object there; empty where neither stands there, which is not the
   * same as one without entries.
   */
  Optional<List<Found>> entriesIn(JsonNode root) {
    JsonNode value = root;
    String place = "";
    for (String name : text.split("\\.", -1)) {
      if (name.equals(EVERY)) {
        break;
      }
      value = value.path(name);
      place = place.isEmpty() ? name : place + "." + name;
    }
    if (!value.isContainerNode()) {
      return Optional.empty();
    }
    var found = new ArrayList<Found>();
    if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        found.add(new Found(place + "[" + index + "]", value.get(index)));
      }
    } else {
      String prefix = place.isEmpty() ? "" : place + ".";
      value
          .properties()
          .forEach(entry -> found.add(new Found(prefix + entry.getKey(), entry.getValue())));
    }
    return Optional.of(found);
  }

  /** Whether the path ends in every entry, as the one to the brands has to. */
  boolean isToEntries() {
    return text.equals(EVERY) || (text.endsWith(".*") && text.indexOf('*') == text.length() - 1);
  }
}
