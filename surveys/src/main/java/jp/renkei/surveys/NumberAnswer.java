package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Reading;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.AnswerValue.Remark;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;

/** Reads the answer to a question that asks for a number. */
final class NumberAnswer {
  private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Words of an estimate, and two numbers where one was asked for. */
  private static final Pattern INEXACT =
      Pattern.compile(
          "約|およそ|おおよそ|概ね|おおむね|ほぼ|程度|くらい|ぐらい|位$|前後|強$|弱$|以上|以下|未満|超|余り|余$|数[十百千万億]"
              + "|\\d\\D{0,4}([~〜～]|から|ないし|乃至)|\\d\\s*[\\-–—―]\\s*\\d|^[~〜]|[?]$");

  /** 12.000 is twelve to some and twelve thousand to others. */
  private static final Pattern DOTTED = Pattern.compile("[+\\-]?\\d{1,3}(\\.\\d{3})+(?!\\d)");

  private NumberAnswer() {}

  static Reading whole(Question question, String raw, Notation notation) {
    if (question.unit().equals("fiscal_year")) {
      Optional<Integer> year = DateText.fiscalYear(PlainText.of(raw));
      if (year.isPresent()) {
        return inRange(question, raw, BigDecimal.valueOf(year.get()));
      }
    }
    BilingualText expected = text("expected.whole");
    Optional<Refused> fault = fault(raw, notation, expected);
    if (fault.isPresent()) {
      return fault.get();
    }
    Optional<NumberText> number = NumberText.of(typed(question, raw));
    boolean isDotted =
        DOTTED.matcher(PlainText.of(raw)).lookingAt()
            && number.filter(NumberText::isScaled).isEmpty();
    if (isDotted) {
      return Refused.wrongType(text("expected.no_dot"), text("remedy.no_dot"));
    }
    Optional<BigDecimal> whole = number.flatMap(NumberText::whole);
    if (whole.isEmpty()) {
      return Refused.wrongType(expected, text(commaOr(raw, "remedy.whole")));
    }
    return suffix(question, number.get(), expected, "remedy.whole")
        .map(refused -> (Reading) refused)
        .orElseGet(() -> inRange(question, raw, whole.get()));
  }

  static Reading decimal(Question question, String raw, Notation notation) {
    boolean isPerCent = notation == Notation.FORM && question.unit().equals("ratio");
    BilingualText expected = text(isPerCent ? "expected.per_cent" : "expected.decimal");
    String remedy = isPerCent ? "remedy.per_cent" : "remedy.decimal";
    Optional<Refused> fault = fault(raw, notation, expected);
    if (fault.isPresent()) {
      return fault.get();
    }
    Optional<NumberText> number = NumberText.of(typed(question, raw));
    if (number.isEmpty() || number.get().isScaled()) {
      return Refused.wrongType(expected, text(commaOr(raw, remedy)));
    }
    Optional<Refused> wrongSuffix = suffix(question, number.get(), expected, remedy);
    if (wrongSuffix.isPresent()) {
      return wrongSuffix.get();
    }
    if (!question.unit().equals("ratio")) {
      return inRange(question, raw, number.get().value());
    }
    return ratio(question, raw, number.get(), notation);
  }

  private static Reading ratio(
      Question question, String raw, NumberText number, Notation notation) {
    boolean hasSign = !number.suffix().isEmpty();
    boolean isPerCent = hasSign || notation == Notation.FORM;
    BigDecimal value = isPerCent ? number.value().movePointLeft(2) : number.value();
    BigDecimal lowest = BigDecimal.valueOf(question.range().lowest());
    BigDecimal highest = BigDecimal.valueOf(question.range().highest());
    if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
      int scale = isPerCent ? 2 : 0;
      return outOfRange(question, lowest.movePointRight(scale), highest.movePointRight(scale));
    }
    boolean isDoubtful =
        isPerCent
            && !hasSign
            && number.value().signum() > 0
            && number.value().compareTo(BigDecimal.ONE) <= 0;
    if (isDoubtful) {
      String doubtful = plain(number.value());
      String meant = plain(number.value().movePointRight(2));
      return new Read(
          plain(value),
          Optional.of(
              new Remark(
                  Severity.WARNING,
                  text("expected.per_cent_meant", doubtful, meant),
                  text("remedy.per_cent_meant", doubtful))));
    }
    boolean isAsAsked =
        PLAIN.matcher(raw).matches()
            || (notation == Notation.FORM && PLAIN.matcher(raw.replace("%", "")).matches());
    return isAsAsked
        ? Read.plain(plain(value))
        : Read.as(plain(value), plain(value.movePointRight(2)) + "%");
  }

  /** What can be told from the text before it is read as a number. */
  private static Optional<Refused> fault(String raw, Notation notation, BilingualText expected) {
    if (PlainText.isTooLong(raw)) {
      return Optional.of(Refused.wrongType(expected, text("remedy.whole")));
    }
    String typed = PlainText.of(raw);
    Optional<BilingualText> hint = AbsentValue.hint(typed, notation);
    if (hint.isPresent()) {
      return Optional.of(Refused.wrongType(expected, hint.get()));
    }
    if (INEXACT.matcher(typed).find()) {
      return Optional.of(
          Refused.wrongType(
              text("expected.exact", expected),
              text("remedy.exact", CodeWords.state(ValueState.UNKNOWN, notation))));
    }
    return Optional.empty();
  }

  /** 百万円 is the unit of some questions, and would be read as a hundred times ten thousand. */
  private static String typed(Question question, String raw) {
    String typed = PlainText.of(raw);
    return question.unit().equals("million_yen") && typed.endsWith("百万円")
        ? typed.substring(0, typed.length() - "百万円".length()).strip()
        : typed;
  }

  private static Optional<Refused> suffix(
      Question question, NumberText number, BilingualText expected, String remedy) {
    boolean isMillions = question.unit().equals("million_yen");
    if (isMillions && (number.isScaled() || number.suffix().equals("円"))) {
      return Optional.of(Refused.wrongType(text("expected.millions"), text("remedy.millions")));
    }
    if (number.suffix().isEmpty() || CountWords.isOwn(question, number.suffix())) {
      return Optional.empty();
    }
    if (CountWords.isOther(question, number.suffix()) && !CountWords.of(question).isEmpty()) {
      return Optional.of(
          Refused.wrongType(
              text("expected.count_word", expected, CountWords.of(question).get(0)),
              text("remedy.range")));
    }
    return Optional.of(Refused.wrongType(expected, text(commaOr(number.suffix(), remedy))));
  }

  private static String commaOr(String text, String remedy) {
    return PlainText.of(text).matches(".*,.*") ? "remedy.comma" : remedy;
  }

  private static Reading inRange(Question question, String raw, BigDecimal value) {
    BigDecimal lowest = BigDecimal.valueOf(question.range().lowest());
    BigDecimal highest = BigDecimal.valueOf(question.range().highest());
    if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
      return outOfRange(question, lowest, highest);
    }
    String canonical = plain(value);
    boolean isAsAsked = PLAIN.matcher(raw).matches() && value.compareTo(new BigDecimal(raw)) == 0;
    return isAsAsked ? Read.plain(canonical) : Read.as(canonical, canonical);
  }

  private static Refused outOfRange(Question question, BigDecimal lowest, BigDecimal highest) {
    boolean isYear = question.unit().equals("fiscal_year");
    return new Refused(
        Reason.OUT_OF_RANGE,
        text(
            "expected.range",
            isYear ? plain(lowest) : NumberText.separated(lowest),
            isYear ? plain(highest) : NumberText.separated(highest)),
        text("remedy.range"));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
