package jp.renkei.surveys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.Question.Type;

/**
 * Options and value states in the words of whoever sent them. A form shows labels and no code, so
 * that its respondent is told labels alone, in English too; who writes a CSV writes codes, and is
 * told each with its label.
 */
final class CodeWords {
  private CodeWords() {}

  /** One option: {@code 締結済み}, or {@code SIGNED（締結済み）}. */
  static BilingualText option(Option option, Notation notation) {
    return word(option.code(), option.label(), notation);
  }

  /** One value state, named as an option is. */
  static BilingualText state(ValueState state, Notation notation) {
    return word(state.name(), state.labelJa(), notation);
  }

  /** Every one of some options, side by side. */
  static BilingualText all(List<Option> options, Notation notation) {
    return joined(options, option -> option(option, notation), ", ", "、");
  }

  /** Every value state, side by side. */
  static BilingualText states(Notation notation) {
    return joined(Arrays.asList(ValueState.values()), one -> state(one, notation), ", ", "、");
  }

  /** Any of some codes of a question, for the condition of a check. */
  static BilingualText anyOf(Question question, List<String> codes, Notation notation) {
    return joined(
        codes,
        code -> {
          var word = word(code, label(question, code), notation);
          return notation == Notation.FORM
              ? new BilingualText("'" + word.en() + "'", "「" + word.ja() + "」")
              : word;
        },
        " or ",
        "又は");
  }

  /** A value as its sender entered it: what is marked in a form has labels, and no codes. */
  static String entered(Question question, String value, Notation notation) {
    boolean isChosen =
        question.type() == Type.CHOICE
            || question.type() == Type.YES_NO
            || question.type() == Type.MULTI;
    return notation == Notation.FORM && isChosen
        ? Arrays.stream(value.split("\\|"))
            .map(code -> label(question, code))
            .collect(Collectors.joining("、"))
        : value;
  }

  private static BilingualText word(String code, String label, Notation notation) {
    return notation == Notation.FORM
        ? new BilingualText(label, label)
        : new BilingualText(code + " (" + label + ")", code + "（" + label + "）");
  }

  /** An option that is no longer offered keeps its code. */
  private static String label(Question question, String code) {
    Optional<Option> found =
        question.choices().stream().filter(option -> option.code().equals(code)).findFirst();
    return found.map(Option::label).orElse(code);
  }

  private static <T> BilingualText joined(
      List<T> all, Function<T, BilingualText> word, String inEnglish, String inJapanese) {
    List<BilingualText> words = all.stream().map(word).toList();
    return new BilingualText(
        words.stream().map(BilingualText::en).collect(Collectors.joining(inEnglish)),
        words.stream().map(BilingualText::ja).collect(Collectors.joining(inJapanese)));
  }
}
