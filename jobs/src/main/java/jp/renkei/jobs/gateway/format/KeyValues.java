package jp.renkei.jobs.gateway.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** One list of keys and values, read as if it were an object; for one thread. */
final class KeyValues {
  private final JsonReader reader;
  private final KeyValueNames names;
  private final Set<String> keys = new HashSet<>();

  KeyValues(JsonReader reader, KeyValueNames names) {
    this.reader = reader;
    this.names = names;
  }

  /**
   * Reads one element of the list, whose opening was read. A value is understood by the key before
   * it; where it comes first, it is held back.
   *
   * @param node of the list; its children are keys
   */
  void read(JsonParser json, RawFieldTree node, AccessLine access)
      throws IOException, LineRejected {
    String key = null;
    boolean hasValue = false;
    byte[] heldBack = null;
    Set<String> others = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals(names.key()) && token == JsonToken.VALUE_STRING) {
        if (key != null) {
          throw JsonReader.duplicateName();
        }
        key = key(json.getText());
      } else if (name.equals(names.value())) {
        if (hasValue) {
          throw JsonReader.duplicateName();
        }
        hasValue = true;
        if (key == null) {
          heldBack = JsonReader.copy(json);
        } else {
          reader.value(json, token, node.child(key), access);
        }
      } else {
        others = others == null ? new HashSet<>() : others;
        if (!others.add(name)) {
          throw JsonReader.duplicateName();
        }
        reader.values().check().text("項目名", name);
        reader.value(json, token, null, access);
      }
    }
    if (heldBack != null) {
      try (JsonParser value = JsonReader.open(heldBack, 0, heldBack.length)) {
        reader.value(value, value.nextToken(), key == null ? null : node.child(key), access);
      }
    }
  }

  private String key(String text) throws LineRejected {
    reader.values().check().text("項目名", text);
    if (!keys.add(text)) {
      throw JsonReader.duplicateName();
    }
    return text;
  }
}
