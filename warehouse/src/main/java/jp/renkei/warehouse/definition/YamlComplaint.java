package jp.renkei.warehouse.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What is wrong at one place of a YAML file, in English for logs and in Japanese for the
 * secretariat, each on one line.
 *
 * @param place file, then the nodes on the way
 */
record YamlComplaint(String place) {
  /** What was expected, in both languages. */
  record Expected(String en, String ja) {
    static final Expected ONE_VALUE = new Expected("one value", "1つの値");
    static final Expected WHOLE = new Expected("a whole number", "整数");
    static final Expected NUMBER = new Expected("a number", "数値");
    static final Expected FLAG = new Expected("true or false", "true 又は false");
    static final Expected DATE = new Expected("a date YYYY-MM-DD", "YYYY-MM-DD の日付");
    static final Expected SINGLE_VALUES = new Expected("a list of single values", "値の一覧");
    static final Expected MAPPINGS = new Expected("a list of mappings", "「キー: 値」の一覧");
    static final Expected MAPPING = new Expected("a mapping", "「キー: 値」の行");
    static final Expected LIST = new Expected("a list", "一覧");

    static Expected oneOf(List<?> codes) {
      return new Expected(
          "one of " + codes,
          codes.stream().map(Object::toString).collect(Collectors.joining("、", "次のいずれか：", "")));
    }

    static Expected between(Expected kind, Object lowest, Object highest) {
      return new Expected(
          kind.en() + " from " + lowest + " to " + highest,
          lowest + " から " + highest + " までの" + kind.ja());
    }
  }

  /** The text is no YAML; the parser's own account of it runs over many lines. */
  DefinitionException unreadable(YamlEngineException cause) {
    var marked =
        Optional.of(cause)
            .filter(MarkedYamlEngineException.class::isInstance)
            .map(MarkedYamlEngineException.class::cast);
    var line =
        marked.flatMap(MarkedYamlEngineException::getProblemMark).map(mark -> mark.getLine() + 1);
    String problem =
        marked
            .map(MarkedYamlEngineException::getProblem)
            .orElseGet(() -> String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    return new DefinitionException(
        place
            + ": not readable as YAML: "
            + line.map(number -> "line " + number + ": ").orElse("")
            + problem
            + ".",
        new DefinitionException.InJapanese(
            line.map(number -> number + "行目：").orElse("") + "YAMLとして読めない書き方",
            "「キー: 値」の行（字下げ、コロンの後の空白、括弧と引用符の対応、同じキーの重なりを確認）"),
        cause);
  }

  DefinitionException tooDeep(int deepest, Optional<Integer> line) {
    return new DefinitionException(
        "%s: found more than %d levels of nesting%s, expected at most %d."
            .formatted(
                place, deepest, line.map(number -> " in line " + number).orElse(""), deepest),
        new DefinitionException.InJapanese(
            line.map(number -> number + "行目：").orElse("") + deepest + "段を超える入れ子",
            deepest + "段以内の入れ子"));
  }

  DefinitionException noMapping(Object root) {
    return new DefinitionException(
        place + ": found " + kindOf(root) + ", expected key: value lines.",
        new DefinitionException.InJapanese(kindJa(root), Expected.MAPPING.ja()));
  }

  DefinitionException unknownKey(String key, String... known) {
    String list = String.join(", ", known);
    var near = nearest(key, Set.of(known));
    return new DefinitionException(
        "%s: unknown key '%s'%s Known keys: %s."
            .formatted(
                place, key, near.map(name -> ", did you mean '" + name + "'?").orElse("."), list),
        inJapanese(
            "キー「" + key + "」" + near.map(name -> "（「" + name + "」の誤りか）").orElse(""),
            "次のキーのいずれか：" + list));
  }

  DefinitionException missing(String key) {
    return new DefinitionException(
        place + ": '" + key + "' is missing.", inJapanese("キー「" + key + "」なし", "「" + key + "」の行"));
  }

  DefinitionException wrong(String key, Object found, Expected expected) {
    return new DefinitionException(
        "%s: '%s': found %s, expected %s.".formatted(place, key, kindOf(found), expected.en()),
        inJapanese(key + "：" + kindJa(found), expected.ja()));
  }

  private DefinitionException.InJapanese inJapanese(String found, String expected) {
    int behindFile = place.indexOf(": ");
    String where = behindFile < 0 ? "" : place.substring(behindFile + 2) + "：";
    return new DefinitionException.InJapanese(where + found, expected);
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

  private static String kindJa(Object value) {
    if (value == null) {
      return "空欄";
    }
    if (value instanceof Map) {
      return "「キー: 値」の行";
    }
    return value instanceof List ? "一覧" : value.toString();
  }

  private static Optional<String> nearest(String word, Set<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= 2);
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
