package jp.renkei.surveys.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.CheckRule.Kind;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.AskedBy;
import jp.renkei.surveys.Question.Format;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.ValueState;

/**
 * Random answers to a whole form, each valid by itself, with texts that programs stumble over. They
 * hold a row for everything that a form tells apart, blank ones too.
 */
final class RandomAnswers {
  private static final List<String> TEXTS =
      List.of(
          "=1+1",
          "+81-3-0000-0000",
          "-",
          "@SUM(A1)",
          "'引用",
          "_x0041_と_x000D_",
          "髙﨑𠮷野家",
          "👩‍👩‍👧‍👦🇯🇵",
          "がぎぐ（濁点は結合文字）",
          "مرحبا\u202Eabc",
          "Z\u0310\u0311\u0312algo",
          "<b>&amp;</b>]]>",
          "一行目\n二行目\n\n四行目",
          "タブ\tあり",
          "ゼロ幅\u200B空白",
          "0012",
          "1E5",
          "TRUE",
          "2026/4/1",
          "#N/A",
          "○",
          "ｱｲｳｴｵ①㈱〜～－−",
          "あ".repeat(4_000));
  private static final ValueState[] ABSENT = {
    ValueState.NOT_ANSWERED, ValueState.NOT_APPLICABLE, ValueState.UNKNOWN, ValueState.WITHHELD
  };

  private final FormRequest request;
  private final Random random;
  private final List<AnswerRow> rows = new ArrayList<>();

  private RandomAnswers(FormRequest request, long seed) {
    this.request = request;
    this.random = new Random(seed);
  }

  /** In the notation of the long CSV. */
  static List<AnswerRow> of(FormRequest request, long seed) {
    var answers = new RandomAnswers(request, seed);
    for (RowKey key : answers.keys()) {
      // Most pairs have nothing to do with each other; then the form says nothing of them.
      if (key.counterpartyId().isEmpty() || answers.random.nextInt(3) > 0) {
        answers.row(key);
      }
    }
    return answers.rows;
  }

  /**
   * The questionnaire with those of its checks only that never refuse: random answers contradict
   * each other.
   */
  static Questionnaire withoutContradictions(Questionnaire questionnaire) {
    return new Questionnaire(
        questionnaire.id(),
        questionnaire.version(),
        questionnaire.titleJa(),
        questionnaire.titleEn(),
        questionnaire.respondents(),
        questionnaire.sections(),
        questionnaire.questions(),
        questionnaire.checks().stream()
            .filter(rule -> rule.kind() == Kind.LARGE_CHANGE || rule.kind() == Kind.POSITIVE_WHEN)
            .toList());
  }

  private List<RowKey> keys() {
    var keys = new ArrayList<RowKey>();
    keys.add(RowKey.WHOLE);
    request.lines().forEach(line -> keys.add(RowKey.line(line.productLineId())));
    request
        .counterparties()
        .forEach(
            each ->
                each.segments()
                    .forEach(segment -> keys.add(RowKey.counterparty(segment, each.id()))));
    return keys;
  }

  private void row(RowKey key) {
    AskedBy askedBy =
        key.equals(RowKey.WHOLE)
            ? AskedBy.RESPONDENT
            : key.counterpartyId().isEmpty() ? AskedBy.PRODUCT_LINE : AskedBy.COUNTERPARTY;
    boolean isFirst = true;
    for (Question question : request.questionnaire().questions()) {
      if (question.askedBy() == askedBy) {
        answer(question, key, isFirst);
        isFirst = false;
      }
    }
  }

  private void answer(Question question, RowKey key, boolean isNeeded) {
    boolean isIdentity = question.format() == Format.CORPORATE_NUMBER;
    int chance = isIdentity ? 9 : random.nextInt(10) + (isNeeded ? 2 : 0);
    String value = chance >= 4 ? value(question) : "";
    String state = chance == 2 || chance == 3 ? pick(ABSENT).name() : "";
    if (chance == 5) {
      state = ValueState.REPORTED.name();
    }
    String words =
        request.questionnaire().takesWords(question) && random.nextInt(4) == 0 ? text() : "";
    rows.add(
        new AnswerRow(
            Place.WHOLE_FILE,
            Integer.toString(request.questionnaire().version()),
            "2026-04-20",
            key.productLineId(),
            key.segment(),
            key.counterpartyId(),
            question.id(),
            value,
            state,
            words,
            Notation.CSV));
  }

  private String value(Question question) {
    return switch (question.type()) {
      case CHOICE, YES_NO -> pick(question.choices()).code();
      case MULTI -> codes(question);
      case INTEGER -> Long.toString(whole(question.range()));
      case DECIMAL ->
          BigDecimal.valueOf(random.nextDouble())
              .setScale(random.nextInt(7), RoundingMode.HALF_UP)
              .toPlainString();
      case DATE -> LocalDate.of(1990, 1, 1).plusDays(random.nextInt(40_541)).toString();
      case URL -> "https://renkei.example/api?a=1&b=%E3%81%82#x";
      case TEXT ->
          question.format() == Format.CORPORATE_NUMBER
              ? request.respondent().corporateNumber()
              : text();
    };
  }

  private String codes(Question question) {
    int most = question.maxChoices() > 0 ? question.maxChoices() : question.codes().size();
    var codes = new TreeSet<String>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      codes.add(pick(question.codes()));
    }
    return String.join("|", codes);
  }

  private long whole(Question.Range range) {
    long span = range.highest() - range.lowest() + 1;
    return switch (random.nextInt(4)) {
      case 0 -> range.lowest();
      case 1 -> range.highest();
      default -> range.lowest() + (long) (random.nextDouble() * span);
    };
  }

  private String text() {
    if (random.nextInt(3) > 0) {
      return pick(TEXTS);
    }
    var text = new StringBuilder("字");
    int length = random.nextInt(60);
    while (text.length() < length) {
      int codePoint = 0x20 + random.nextInt(Character.MAX_CODE_POINT - 0x20);
      boolean isText =
          Character.isDefined(codePoint)
              && !Character.isDigit(codePoint)
              && Character.getType(codePoint) != Character.SURROGATE
              && (codePoint & 0xFFFE) != 0xFFFE;
      if (isText) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.append("末").toString();
  }

  private <T> T pick(List<T> entries) {
    return entries.get(random.nextInt(entries.size()));
  }

  private <T> T pick(T[] entries) {
    return entries[random.nextInt(entries.length)];
  }
}
