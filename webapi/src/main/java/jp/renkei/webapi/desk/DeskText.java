package jp.renkei.webapi.desk;

import java.util.List;
import java.util.Objects;

/** What is absent or null in an answer is empty in ours. */
final class DeskText {
  private DeskText() {}

  static String of(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  static <T> List<T> of(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
