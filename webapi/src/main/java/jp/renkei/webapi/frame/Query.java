package jp.renkei.webapi.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The query parameters of an address, one value each, in the order of their names. */
public record Query(SortedMap<String, String> values) {
  private static final int LONGEST = 200;

  public Query {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * Takes the first value of every parameter; empty ones are as good as absent.
   *
   * @param parameters names to values, as the server read them
   */
  public static Query of(Map<String, List<String>> parameters) {
    var values = new TreeMap<String, String>();
    parameters.forEach(
        (name, given) -> {
          String value = given.isEmpty() ? "" : given.get(0).strip();
          if (!value.isEmpty()) {
            values.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
          }
        });
    return new Query(values);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value, or an empty text for a form field. */
  public String field(String name) {
    return values.getOrDefault(name, "");
  }

  /** The same parameters with one set anew; an empty value takes it away. */
  public Query with(String name, String value) {
    var changed = new TreeMap<>(values);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Query(changed);
  }

  /** Only the parameters named. */
  public Query only(String... names) {
    var kept = new TreeMap<>(values);
    kept.keySet().retainAll(List.of(names));
    return new Query(kept);
  }

  /** {@code ?a=1&b=2}, encoded; empty without parameters. */
  public String text() {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
