package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.renkei.surveys.AnswerRow.Notation;

/**
 * What people write into a value to say that there is none. It is never taken for 0 or for a value
 * state by guess: the sender is told which one to choose.
 */
final class AbsentValue {
  private static final Map<ValueState, List<String>> WORDS =
      Map.of(
          ValueState.NOT_APPLICABLE,
          List.of("n/a", "na", "n.a.", "#n/a", "該当なし", "該当無し", "該当せず", "非該当", "対象外"),
          ValueState.UNKNOWN,
          List.of("不明", "分からない", "わからない", "未把握", "把握していない", "未集計", "集計中", "調査中", "未定", "?"),
          ValueState.WITHHELD,
          List.of("非公表", "非公開", "非開示", "公表不可", "回答不可", "回答を控える", "回答しない", "社外秘", "秘密"));

  /** These may mean 0 as well. */
  private static final List<String> NOTHING =
      List.of("なし", "無し", "無", "ナシ", "特になし", "none", "nil", "null", "/", "×", "x", "*");

  private AbsentValue() {}

  /** What to do instead; empty when the text says something else. */
  static Optional<BilingualText> hint(String typed, Notation notation) {
    String word = typed.toLowerCase(Locale.ROOT);
    for (Map.Entry<ValueState, List<String>> state : WORDS.entrySet()) {
      if (state.getValue().contains(word)) {
        return Optional.of(text("remedy.absent", CodeWords.state(state.getKey(), notation)));
      }
    }
    if (NOTHING.contains(word) || word.matches("[-−‐–—―ー─・….]+")) {
      return Optional.of(
          text("remedy.absent_or_zero", CodeWords.state(ValueState.NOT_APPLICABLE, notation)));
    }
    return word.matches("#(ref|value|div/0|name|num|null|spill|calc)[!?]?")
        ? Optional.of(text("remedy.formula_error"))
        : Optional.empty();
  }
}
