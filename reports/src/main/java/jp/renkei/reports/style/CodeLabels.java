package jp.renkei.reports.style;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.rules.Bands;

/**
 * What people read instead of a code, from {@code labels/codes.yaml}. A list has the name of the
 * column or slice that holds its codes, such as {@code access_method}.
 */
public final class CodeLabels {
  private static final String UNIT = "unit";
  private static final Map<String, Map<String, Label>> LISTS = read();

  private record Label(String ja, String en, Optional<String> suffix) {}

  private CodeLabels() {}

  /** The Japanese label; the code itself where the list doesn't hold it. */
  public static String japanese(String list, String code) {
    return find(list, code).map(Label::ja).orElse(code);
  }

  /** The English label; the code itself where the list doesn't hold it. */
  public static String english(String list, String code) {
    return find(list, code).map(Label::en).orElse(code);
  }

  /** The Japanese label of a slice's value; the value itself where no list holds it. */
  public static String sliceValue(String slice, String value) {
    return LISTS.containsKey(slice) ? japanese(slice, value) : value;
  }

  /** What follows a number of this unit: {@code 社}, {@code 日}, {@code " ms"}. */
  public static String unitSuffix(String unit) {
    return find(UNIT, unit).flatMap(Label::suffix).orElse("");
  }

  /** The codes of a list, in the order in which they are shown. */
  public static List<String> codes(String list) {
    return List.copyOf(list(list).keySet());
  }

  /** The names of all lists. */
  public static List<String> lists() {
    return List.copyOf(LISTS.keySet());
  }

  private static Optional<Label> find(String list, String code) {
    return Optional.ofNullable(list(list).get(code));
  }

  private static Map<String, Label> list(String name) {
    var list = LISTS.get(name);
    if (list == null) {
      throw new IllegalArgumentException(
          "Cannot label code: found list '" + name + "', expected one of " + LISTS.keySet() + ".");
    }
    return list;
  }

  private static Map<String, Map<String, Label>> read() {
    var lists = new LinkedHashMap<String, Map<String, Label>>();
    Definitions.read("labels", "codes.yaml")
        .forEach(
            (file, text) -> {
              var node = YamlNode.parse(file, text);
              node.keys().forEach(name -> lists.put(name, labels(node.node(name))));
            });
    lists.put("size_band", sizeBands());
    return Collections.unmodifiableMap(lists);
  }

  /** The bands' labels stand beside their bounds. */
  private static Map<String, Label> sizeBands() {
    var labels = new LinkedHashMap<String, Label>();
    for (var band : Bands.ofSize().bands()) {
      labels.put(band.code(), new Label(band.labelJa(), band.labelEn(), Optional.empty()));
    }
    labels.put(Bands.UNKNOWN, new Label("不明", "Unknown", Optional.empty()));
    return Collections.unmodifiableMap(labels);
  }

  private static Map<String, Label> labels(YamlNode list) {
    var labels = new LinkedHashMap<String, Label>();
    for (String code : list.keys()) {
      var label = list.node(code).allowOnly("ja", "en", "suffix");
      labels.put(code, new Label(label.text("ja"), label.text("en"), label.optionalText("suffix")));
    }
    return Collections.unmodifiableMap(labels);
  }
}
