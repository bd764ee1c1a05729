package jp.renkei.surveys.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.workbook.TextWidth;

/** A stored answer as people read it. */
final class AnswerText {
  private AnswerText() {}

  /** With labels in place of codes, per cent in place of ratios; a value state in brackets. */
  static String of(Question question, Answer answer) {
    String words = answer.freeText().isEmpty() ? "" : "\n" + answer.freeText();
    if (!answer.isReported()) {
      return "（" + answer.valueState().labelJa() + "）" + words;
    }
    return value(question, answer.value()) + words;
  }

  private static String value(Question question, String value) {
    return switch (question.type()) {
      case CHOICE, YES_NO -> label(question, value);
      case MULTI ->
          Arrays.stream(value.split("\\|"))
              .map(code -> label(question, code))
              .collect(Collectors.joining("、"));
      case INTEGER ->
          question.unit().equals("fiscal_year")
              ? value
              : "%,d".formatted(new BigDecimal(value).toBigInteger());
      case DECIMAL -> percent(value) + "％";
      case DATE, TEXT, URL -> value;
    };
  }

  /** The label that takes most room; empty where nothing is chosen from. */
  static String longestChoice(Question question) {
    return question.choices().stream()
        .map(Option::label)
        .max(Comparator.comparingInt(TextWidth::of))
        .orElse("");
  }

  /** The label of an option; an option that is no longer offered keeps its code. */
  static String label(Question question, String code) {
    return question.choices().stream()
        .filter(option -> option.code().equals(code))
        .map(Option::label)
        .findFirst()
        .orElse(code);
  }

  /** A ratio from 0 to 1 in hundredths. */
  static String percent(String ratio) {
    var percent = new BigDecimal(ratio).movePointRight(2);
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }
}
