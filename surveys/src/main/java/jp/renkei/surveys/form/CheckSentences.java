package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.surveys.CheckRule;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Questionnaire;

/** The checks across questions in words, as a respondent reads them before sending. */
final class CheckSentences {
  private CheckSentences() {}

  /** What to fill in when, beside the question itself; empty for other checks. */
  static String hint(Questionnaire questionnaire, CheckRule rule) {
    return switch (rule.kind()) {
      case REQUIRED_WHEN, REQUIRED_WHEN_POSITIVE ->
          FormWords.ja(key("hint", rule), rule.other(), codes(questionnaire, rule));
      default -> "";
    };
  }

  /** All of them, those that only ask for a reason last. */
  static List<String> all(Questionnaire questionnaire) {
    var sentences = new ArrayList<String>();
    var reasons = new ArrayList<String>();
    Map<String, List<String>> moved = new LinkedHashMap<>();
    for (CheckRule rule : questionnaire.checks()) {
      switch (rule.kind()) {
        case LARGE_CHANGE ->
            moved
                .computeIfAbsent(
                    AnswerText.percent(rule.limit().toString()), any -> new ArrayList<>())
                .add(rule.question());
        case POSITIVE_WHEN -> reasons.add(sentence(questionnaire, rule));
        default -> sentences.add(sentence(questionnaire, rule));
      }
    }
    moved.forEach(
        (percent, questions) ->
            reasons.add(FormWords.ja("check.large_change", percent, String.join("、", questions))));
    sentences.addAll(reasons);
    return sentences;
  }

  private static String sentence(Questionnaire questionnaire, CheckRule rule) {
    return FormWords.ja(
        key("check", rule),
        named(questionnaire, rule.question()),
        rule.other().isEmpty() ? "" : named(questionnaire, rule.other()),
        codes(questionnaire, rule));
  }

  private static String key(String kind, CheckRule rule) {
    return kind + "." + rule.kind();
  }

  private static String named(Questionnaire questionnaire, String id) {
    return id + "「" + withoutBrackets(questionnaire.question(id).orElseThrow().label()) + "」";
  }

  /** The words before the first bracket say which question it is; the rest says of when. */
  private static String withoutBrackets(String label) {
    int bracket = label.indexOf('（');
    return bracket > 0 ? label.substring(0, bracket) : label;
  }

  private static String codes(Questionnaire questionnaire, CheckRule rule) {
    if (rule.codes().isEmpty()) {
      return "";
    }
    Question other = questionnaire.question(rule.other()).orElseThrow();
    return rule.codes().stream()
        .map(code -> withoutBrackets(AnswerText.label(other, code)))
        .collect(Collectors.joining("」又は「"));
  }
}
