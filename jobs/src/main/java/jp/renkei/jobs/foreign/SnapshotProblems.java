package jp.renkei.jobs.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** What can be wrong with a snapshot by itself; each refuses it whole, and its month is a gap. */
final class SnapshotProblems {
  private static final BilingualText FETCH_AGAIN =
      new BilingualText(
          "Fetch the answer again and place it under a name of its own; nothing of this one counts.",
          "登録簿の応答を取得し直し、置いてください。このファイルからは何も数えません。");
  private static final BilingualText JSON = new BilingualText("a whole JSON answer", "最後まで揃ったJSON");
  private static final int SHOWN_NAMES = 8;

  private SnapshotProblems() {}

  static Problem emptyFile(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.EMPTY_FILE,
        new BilingualText("an empty file", "空のファイル"),
        JSON,
        FETCH_AGAIN);
  }

  static Problem noJson(String path, String text, JsonProcessingException cause) {
    if (text.isBlank()) {
      return emptyFile(path);
    }
    // Another product's error page often comes with status 200 and is saved under the wanted name.
    if (text.stripLeading().startsWith("<")) {
      return Problem.error(
          path,
          Place.line(1),
          Reason.OTHER_FORMAT,
          new BilingualText("an HTML or XML page", "HTML 又は XML のページ（エラー画面など）"),
          JSON,
          FETCH_AGAIN);
    }
    long line = cause.getLocation() == null ? 1 : Math.max(1, cause.getLocation().getLineNr());
    return Problem.error(
        path, Place.line(line), Reason.UNREADABLE, found(cause, line), JSON, FETCH_AGAIN);
  }

  private static BilingualText found(JsonProcessingException cause, long line) {
    if (cause instanceof JsonEOFException) {
      return new BilingualText("JSON cut off in line " + line, line + "行目で切れたJSON");
    }
    if (cause instanceof StreamConstraintsException) {
      return new BilingualText(
          "JSON nested too deeply, or with too long a value", "入れ子が深すぎるか、値が長すぎるJSON");
    }
    String said = cause.getOriginalMessage();
    if (said != null && said.startsWith("Duplicate field")) {
      return new BilingualText(
          "the same name twice in one object: " + said, "一つのオブジェクトに同じ項目名が2回（" + said + "）");
    }
    return new BilingualText("text that is no JSON", "JSONとして読めない文字");
  }

  static Problem emptyList(String path, FieldPath brands) {
    return Problem.error(
        path,
        Place.WHOLE_FILE.about(brands.text()),
        Reason.EMPTY_FILE,
        new BilingualText("a list without a brand", "ブランドが1件もない一覧"),
        new BilingualText("at least one brand", "1件以上のブランド"),
        FETCH_AGAIN);
  }

  static Problem otherShape(String path, JsonNode root, List<SnapshotLayout> layouts) {
    var names = new ArrayList<String>();
    root.fieldNames().forEachRemaining(names::add);
    boolean isObject = root.isObject();
    String shown = names.stream().limit(SHOWN_NAMES).collect(Collectors.joining(", "));
    String wanted =
        layouts.stream()
            .map(layout -> layout.brands().text() + " " + fields(layout.brandId()))
            .collect(Collectors.joining(" / "));
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.MISSING_COLUMN,
        isObject
            ? new BilingualText("an object with " + shown, "項目 " + shown + " のオブジェクト")
            : new BilingualText(kind(root), kindJa(root)),
        new BilingualText(
            "brands as register.yaml describes: " + wanted, "register.yaml の定める形：" + wanted),
        new BilingualText(
            "If the register changed the form of its answers, add it to layouts in register.yaml.",
            "登録簿が応答の形を変えたのであれば、register.yaml の layouts に加えてください。"));
  }

  private static String kind(JsonNode root) {
    return "a JSON " + root.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String kindJa(JsonNode root) {
    return root.isArray() ? "一覧（配列）" : "一覧ではない値";
  }

  static Problem missing(String path, String place, List<FieldPath> fields) {
    return Problem.error(
        path,
        Place.WHOLE_FILE.about(place),
        Reason.MISSING_VALUE,
        "",
        new BilingualText("a text in " + fields(fields), fields(fields) + " の値"),
        FETCH_AGAIN);
  }

  static Problem noText(String path, String place, FieldPath field) {
    return Problem.error(
        path,
        Place.WHOLE_FILE.about(place + "." + field.text()),
        Reason.WRONG_TYPE,
        new BilingualText("a list, an object or a truth value", "文字列でない値"),
        new BilingualText("a text, or nothing", "文字列（なければ空欄）"),
        new BilingualText("Correct the field in register.yaml.", "register.yaml の項目の指定を直してください。"));
  }

  static Problem longName(String path, String place, String name, int longest) {
    return Problem.error(
        path,
        Place.WHOLE_FILE.about(place),
        Reason.OUT_OF_RANGE,
        name,
        new BilingualText("a name of at most " + longest + " characters", longest + "文字以内の名称"),
        FETCH_AGAIN);
  }

  static Problem sameId(String path, String place, String id, String before) {
    return Problem.error(
        path,
        Place.WHOLE_FILE.about(place),
        Reason.DUPLICATE_KEY,
        id,
        new BilingualText("an id other than that of " + before, before + " と異なるID"),
        FETCH_AGAIN);
  }

  static Problem noDay(String path, String name, String wanted) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.WRONG_TYPE,
        name,
        new BilingualText("the day of the snapshot as " + wanted, wanted + " の形の取得日"),
        new BilingualText(
            "Rename the file, or correct snapshot_date in register.yaml.",
            "ファイル名を直すか、register.yaml の snapshot_date を直してください。"));
  }

  static Problem dayOutOfRange(String path, LocalDate day, LocalDate receivedOn) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.DATE_OUT_OF_RANGE,
        day.toString(),
        new BilingualText(
            "a day from " + SnapshotReader.EARLIEST + " to the one it arrived on, " + receivedOn,
            SnapshotReader.EARLIEST + " から受領日（" + receivedOn + "）までの日付"),
        new BilingualText("Correct the day of the snapshot.", "取得日を直してください。"));
  }

  static Problem moreProblems(String path, int more) {
    return Problem.error(
        path,
        Place.WHOLE_FILE.about("…"),
        Reason.TOO_MANY_PROBLEMS,
        new BilingualText(more + " further problems", "ほか " + more + " 件の誤り"),
        new BilingualText("a snapshot without a fault", "誤りのない応答"),
        FETCH_AGAIN);
  }

  private static String fields(List<FieldPath> fields) {
    return fields.stream().map(FieldPath::text).collect(Collectors.joining(" | "));
  }
}
