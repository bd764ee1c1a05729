package jp.renkei.surveys;

import java.util.List;
import java.util.Map;

/** The words that people write behind a number, by the unit of the question. */
final class CountWords {
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("cards", List.of("枚")),
          Map.entry("members", List.of("人", "名", "会員")),
          Map.entry("users", List.of("人", "名", "ユーザー")),
          // 12月 is December.
          Map.entry("months", List.of("か月", "ヶ月", "ヵ月", "カ月", "ケ月", "箇月", "ヶ月分", "か月分")),
          Map.entry("days", List.of("日", "日間")),
          Map.entry("minutes", List.of("分", "分間")),
          Map.entry("requests", List.of("件")),
          Map.entry("incidents", List.of("件")),
          Map.entry("credentials", List.of("件", "個")),
          Map.entry("accounts", List.of("件", "アカウント", "個")),
          Map.entry("accesses", List.of("回", "件", "アクセス")),
          Map.entry("interruptions", List.of("回", "件")),
          Map.entry("million_yen", List.of("百万円")),
          Map.entry("fiscal_year", List.of("年度", "年")),
          Map.entry("ratio", List.of("%", "パーセント")));

  private CountWords() {}

  /** Whether the word counts what the question asks for. */
  static boolean isOwn(Question question, String word) {
    return of(question).contains(word);
  }

  /** Whether the word counts something else. */
  static boolean isOther(Question question, String word) {
    boolean isKnown =
        word.equals("円") || WORDS.values().stream().anyMatch(words -> words.contains(word));
    return isKnown && !isOwn(question, word);
  }

  static List<String> of(Question question) {
    return WORDS.getOrDefault(question.unit(), List.of());
  }
}
