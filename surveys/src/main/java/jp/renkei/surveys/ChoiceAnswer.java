package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Reading;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Question.Option;

/** Reads the answer to a question that offers options: their codes, or their labels. */
final class ChoiceAnswer {
  private static final Map<String, List<String>> YES_OR_NO =
      Map.of(
          "YES", List.of("yes", "y", "true", "はい", "有", "有り", "あり", "○", "〇", "◯"),
          "NO", List.of("no", "n", "false", "いいえ", "無", "無し", "なし", "×", "✕", "✖"));

  private ChoiceAnswer() {}

  /** What an option was taken from. */
  private record Found(Option option, boolean isAsAsked) {}

  static Reading yesNo(Question question, String raw, Notation notation) {
    Optional<Found> found = found(question, raw, notation).or(() -> yesNoWord(question, raw));
    return found.map(one -> one(one, notation)).orElseGet(() -> unknown(question, raw, notation));
  }

  static Reading choice(Question question, String raw, Notation notation) {
    return found(question, raw, notation)
        .map(one -> one(one, notation))
        .orElseGet(() -> unknown(question, raw, notation));
  }

  static Reading multi(Question question, String raw, Notation notation) {
    var found = all(question, raw.split("\\|", -1), notation);
    boolean isSplitByOther = found.isEmpty();
    if (isSplitByOther) {
      found = all(question, raw.split("[、，,;；\\r\\n]+", -1), notation);
    }
    if (found.isEmpty()) {
      return unknown(question, raw, notation);
    }
    List<Found> options = found.get();
    var codes = new TreeSet<String>();
    options.forEach(each -> codes.add(each.option().code()));
    if (question.maxChoices() > 0 && codes.size() > question.maxChoices()) {
      return new Refused(
          Reason.TOO_MANY_CHOICES,
          text("expected.max_choices", question.maxChoices()),
          text("remedy.max_choices"));
    }
    String value = String.join("|", codes);
    if (!isSplitByOther && options.stream().allMatch(Found::isAsAsked)) {
      return Read.plain(value);
    }
    return Read.as(value, CodeWords.all(options.stream().map(Found::option).toList(), notation));
  }

  private static Optional<List<Found>> all(Question question, String[] parts, Notation notation) {
    var all = new ArrayList<Found>();
    for (String part : parts) {
      Optional<Found> one = found(question, part.strip(), notation);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(all);
  }

  private static Reading one(Found found, Notation notation) {
    String code = found.option().code();
    return found.isAsAsked()
        ? Read.plain(code)
        : Read.as(code, CodeWords.option(found.option(), notation));
  }

  /** Codes go everywhere, labels as they are in forms; what only resembles one is told. */
  private static Optional<Found> found(Question question, String raw, Notation notation) {
    List<Option> options = question.choices();
    Optional<Found> exact =
        options.stream()
            .filter(option -> option.code().equals(raw) || option.label().equals(raw))
            .map(option -> new Found(option, isAsAsked(option, raw, notation)))
            .findFirst();
    return exact.or(() -> similar(options, key(raw)).map(option -> new Found(option, false)));
  }

  private static boolean isAsAsked(Option option, String raw, Notation notation) {
    return option.code().equals(raw) || notation == Notation.FORM;
  }

  /** Another width or case, blanks, or the label without its explanation in brackets. */
  private static Optional<Option> similar(List<Option> options, String key) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<Option> similar =
        options.stream().filter(option -> keys(option).anyMatch(key::equals)).distinct().toList();
    return similar.size() == 1 ? Optional.of(similar.get(0)) : Optional.empty();
  }

  private static Stream<String> keys(Option option) {
    String label = key(option.label());
    int bracket = label.indexOf('(');
    return Stream.of(key(option.code()), label, bracket > 0 ? label.substring(0, bracket) : label);
  }

  private static String key(String raw) {
    return PlainText.of(raw)
        .replaceAll("[\\s\\u3000]", "")
        .replace('\u301c', '~')
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<Found> yesNoWord(Question question, String raw) {
    String word = key(raw);
    return question.choices().stream()
        .filter(option -> YES_OR_NO.get(option.code()).contains(word))
        .map(option -> new Found(option, false))
        .findFirst();
  }

  private static Refused unknown(Question question, String raw, Notation notation) {
    boolean isForm = notation == Notation.FORM;
    BilingualText known = CodeWords.all(question.choices(), notation);
    BilingualText remedy =
        AbsentValue.hint(PlainText.of(raw), notation)
            .orElseGet(() -> text(isForm ? "remedy.one_of_list" : "remedy.one_of"));
    return new Refused(Reason.UNKNOWN_CODE, text("expected.one_of", known), remedy);
  }
}
