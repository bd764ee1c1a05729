package jp.renkei.reports.chart;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Maps, collections, texts, numbers, booleans and null as JSON; keys keep their order. */
public final class Json {
  private final StringBuilder text = new StringBuilder();

  private Json() {}

  public static String of(Object value) {
    var json = new Json();
    json.write(value);
    return json.text.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map) {
      list(
          '{',
          map.entrySet(),
          '}',
          entry -> {
            quote(String.valueOf(entry.getKey()));
            text.append(':');
            write(entry.getValue());
          });
    } else if (value instanceof Collection<?> values) {
      list('[', values, ']', this::write);
    } else if (value instanceof CharSequence characters) {
      quote(characters);
    } else if (value instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      text.append(value);
    } else {
      throw new IllegalArgumentException("Cannot write JSON: found " + value.getClass() + ".");
    }
  }

  private <T> void list(char open, Collection<T> values, char close, Consumer<T> writer) {
    text.append(open);
    for (Iterator<T> rest = values.iterator(); rest.hasNext(); ) {
      writer.accept(rest.next());
      if (rest.hasNext()) {
        text.append(',');
      }
    }
    text.append(close);
  }

  private void quote(CharSequence characters) {
    text.append('"');
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        // Escaped so that the text may also stand inside a script element of a page.
        case '<', '>', '&', '\u2028', '\u2029' -> escape(c);
        default -> {
          if (c < 0x20) {
            escape(c);
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private void escape(char c) {
    text.append("\\u%04x".formatted((int) c));
  }
}
