package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** Compares a JSON value with the shape of a metrics file; places are JSON pointers (RFC 6901). */
final class ShapeCheck {
  /** More of them teach the sender nothing. */
  private static final int MOST_PROBLEMS = 100;

  private static final int LONGEST_NAME = 60;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private ShapeCheck(String file) {
    this.file = file;
  }

  /** Everything in which the value differs from the shape, up to a hundred. */
  static List<Problem> of(String file, JsonNode value, MetricsShape shape) {
    var check = new ShapeCheck(file);
    check.value(value, shape, "");
    if (check.problems.size() <= MOST_PROBLEMS) {
      return check.problems;
    }
    var first = new ArrayList<>(check.problems.subList(0, MOST_PROBLEMS));
    first.add(check.tooMany());
    return first;
  }

  static Place place(String pointer) {
    return Place.WHOLE_FILE.about(pointer.isEmpty() ? "/" : pointer);
  }

  /** What a name is in a JSON pointer; a long one is cut, since people read it. */
  static String step(String pointer, String name) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    return pointer
        + "/"
        + (escaped.length() > LONGEST_NAME ? escaped.substring(0, LONGEST_NAME) + "…" : escaped);
  }

  private void value(JsonNode value, MetricsShape shape, String pointer) {
    if (shape instanceof MetricsShape.Scalar scalar) {
      scalar(value, scalar.type(), pointer);
    } else if (shape instanceof MetricsShape.ArrayOf array) {
      array(value, array, pointer);
    } else if (shape instanceof MetricsShape.ObjectOf object) {
      object(value, object, pointer);
    } else {
      errorCounts(value, pointer);
    }
  }

  private void scalar(JsonNode value, ScalarType type, String pointer) {
    if (!type.holds(value)) {
      var reason =
          value.isValueNode() && !value.isNull() ? Reason.UNEXPECTED_VALUE : Reason.WRONG_TYPE;
      error(pointer, reason, found(value), type.expected(), type.remedy());
    }
  }

  private void array(JsonNode value, MetricsShape.ArrayOf shape, String pointer) {
    if (!value.isArray()) {
      error(
          pointer,
          Reason.WRONG_TYPE,
          found(value),
          new BilingualText("an array [...]", "配列 [ … ]"),
          new BilingualText(
              "Write the values in brackets, the newest first; leave the entry out where there is none.",
              "新しい順に [ ] の中に並べてください。値がなければ項目ごと省いてください。"));
      return;
    }
    int size = value.size();
    if (size < shape.fewest() || size > shape.most()) {
      boolean isFixed = shape.fewest() == shape.most();
      error(
          pointer,
          Reason.OUT_OF_RANGE,
          new BilingualText(size + " elements", size + " 個の要素"),
          isFixed
              ? new BilingualText(shape.most() + " elements", shape.most() + " 個の要素")
              : new BilingualText(
                  "at most " + shape.most() + " elements", shape.most() + " 個以下の要素"),
          isFixed
              ? new BilingualText(
                  "Give every hour of the day, from 0:00 on, or leave the whole day out.",
                  "0時から1時間ごとに一日分を全て書いてください。揃わない日は書かないでください。")
              : new BilingualText(
                  "Leave out what is older; it stands in earlier files.",
                  "それより古い値は省いてください（前のファイルにあります）。"));
    }
    for (int index = 0; index < Math.min(size, shape.most()); index++) {
      value(value.get(index), shape.element(), pointer + "/" + index);
    }
  }

  private void object(JsonNode value, MetricsShape.ObjectOf shape, String pointer) {
    if (!isObject(value, pointer)) {
      return;
    }
    shape
        .members()
        .forEach(
            (name, member) -> {
              if (value.has(name)) {
                value(value.get(name), member.shape(), step(pointer, name));
              } else if (member.isRequired()) {
                error(
                    step(pointer, name),
                    Reason.MISSING_VALUE,
                    new BilingualText("nothing", "項目なし"),
                    new BilingualText("the entry '" + name + "'", "必須の項目 " + name),
                    new BilingualText(
                        "Add it; what has no values for a period is an empty object {}.",
                        "項目を加えてください。その期間の値がなければ空のオブジェクト {} にしてください。"));
              }
            });
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!shape.members().containsKey(entry.getKey())) {
        problems.add(
            Problem.warning(
                file,
                place(step(pointer, entry.getKey())),
                Reason.UNKNOWN_COLUMN,
                entry.getKey(),
                new BilingualText(
                    "one of " + shape.members().keySet(), "次のいずれか：" + shape.members().keySet()),
                new BilingualText(
                    "It is not taken. Correct the name if it is meant for one of these.",
                    "この項目は取り込みません。書き誤りであれば項目名を直してください。")));
      }
    }
  }

  private boolean isObject(JsonNode value, String pointer) {
    if (!value.isObject()) {
      error(
          pointer,
          Reason.WRONG_TYPE,
          found(value),
          new BilingualText("an object {...}", "オブジェクト { … }"),
          new BilingualText(
              "Write the answer to Get Metrics v5 as it is.", "Get Metrics v5 の応答の形のまま書いてください。"));
    }
    return value.isObject();
  }

  private void errorCounts(JsonNode value, String pointer) {
    if (!isObject(value, pointer)) {
      return;
    }
    for (var entry : value.properties()) {
      String here = step(pointer, entry.getKey());
      if (!entry.getKey().matches("[45][0-9]{2}")) {
        error(
            here,
            Reason.UNKNOWN_CODE,
            new BilingualText(entry.getKey(), entry.getKey()),
            new BilingualText("an HTTP error code from 400 to 599", "400から599までのHTTP状態コード"),
            new BilingualText(
                "Name each count by its three-digit code.", "件数ごとに、3桁の状態コードを項目名にしてください。"));
      }
      scalar(entry.getValue(), ScalarType.NATURAL_NUMBER, here);
    }
  }

  private void error(
      String pointer,
      Reason reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    problems.add(Problem.error(file, place(pointer), reason, found, expected, remedy));
  }

  private Problem tooMany() {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.TOO_MANY_PROBLEMS,
        new BilingualText(problems.size() + " problems", problems.size() + " 件の問題"),
        new BilingualText("a file of this shape", "この形のファイル"),
        new BilingualText("The first hundred are listed.", "初めの100件を示しています。"));
  }

  private static BilingualText found(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> new BilingualText("an object", "オブジェクト");
      case ARRAY -> new BilingualText("an array", "配列");
      case NULL -> new BilingualText("null", "null");
      case NUMBER -> number(value);
      default -> new BilingualText(value.toString(), value.toString());
    };
  }

  /** As BigDecimal writes it with an exponent: one of a thousand digits is echoed by nobody. */
  private static BilingualText number(JsonNode value) {
    String text = value.decimalValue().toString();
    return new BilingualText(text, text);
  }
}
