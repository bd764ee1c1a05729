package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.renkei.surveys.BilingualText;

/** The types that single values may have, by the names that the standard gives them. */
enum ScalarType {
  DATE_TIME_STRING(
      "DateTimeString",
      node -> node.isTextual() && dateTime(node.textValue()).isPresent(),
      new BilingualText("a date and time with offset (RFC 3339)", "時差の付いた日時（RFC 3339）の文字列"),
      new BilingualText(
          "Write it as \"2026-03-31T09:00:00+09:00\".",
          "\"2026-03-31T09:00:00+09:00\" の形で書いてください。")),
  NATURAL_NUMBER(
      "NaturalNumber",
      node ->
          node.isIntegralNumber() && node.decimalValue().signum() >= 0 && isWithin(node, largest()),
      new BilingualText("a whole number from 0 to 999999999999", "0以上999999999999以下の整数"),
      new BilingualText(
          "Write the count without quotes and decimals; leave out what is not known.",
          "引用符と小数点のない件数を書いてください。分からない値は項目ごと省いてください。")),
  NUMBER(
      "Number",
      node -> node.isNumber() && node.decimalValue().signum() >= 0 && isWithin(node, largest()),
      new BilingualText(
          "a number of 0 or more, below 1000000000000, of 30 decimals at most",
          "0以上1000000000000未満、小数30桁以内の数値"),
      new BilingualText(
          "Write the number without quotes; leave out what is not known.",
          "引用符のない数値を書いてください。分からない値は項目ごと省いてください。")),
  RATE_STRING(
      "RateString",
      node -> node.isTextual() && isRate(node.textValue()),
      new BilingualText(
          "a share from \"0.0\" to \"1.0\", in quotes", "\"0.0\" から \"1.0\" までの割合（引用符付き）"),
      new BilingualText(
          "Write 99.5 % as \"0.995\"; leave out what is not known.",
          "99.5％は \"0.995\" と書いてください。分からない値は項目ごと省いてください。")),
  URI_STRING(
      "URIString",
      node -> node.isTextual() && isAbsolute(node.textValue()),
      new BilingualText("a full URI", "完全なURI"),
      new BilingualText(
          "Write the address of the call, beginning with https://.",
          "https:// から始まる、呼出しの宛先を書いてください。")),
  ANYTHING("Anything", node -> true, BilingualText.NONE, BilingualText.NONE);

  private static final int MOST_DECIMALS = 30;

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  /** More digits than any rate is measured to would only be slow to calculate with. */
  private static final Pattern RATE = Pattern.compile("0(\\.[0-9]{1,30})?|1(\\.0{1,30})?");

  private final String code;
  private final Predicate<JsonNode> test;
  private final BilingualText expected;
  private final BilingualText remedy;

  ScalarType(String code, Predicate<JsonNode> test, BilingualText expected, BilingualText remedy) {
    this.code = code;
    this.test = test;
    this.expected = expected;
    this.remedy = remedy;
  }

  static Optional<ScalarType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  boolean holds(JsonNode node) {
    return test.test(node);
  }

  BilingualText expected() {
    return expected;
  }

  BilingualText remedy() {
    return remedy;
  }

  /** The instant with the offset it was written with; empty for another text. */
  static Optional<OffsetDateTime> dateTime(String text) {
    try {
      return DATE_TIME.matcher(text).matches()
          ? Optional.of(OffsetDateTime.parse(text)).filter(time -> time.getYear() > 0)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isRate(String text) {
    return RATE.matcher(text).matches();
  }

  // A method, since a constant of the enum cannot read its constants while it is made.
  private static BigDecimal largest() {
    return BigDecimal.TEN.pow(12);
  }

  /** Below the limit and of no more digits than anything is measured to. */
  private static boolean isWithin(JsonNode node, BigDecimal limit) {
    var number = node.decimalValue();
    return number.compareTo(limit) < 0 && number.scale() <= MOST_DECIMALS;
  }

  private static boolean isAbsolute(String text) {
    try {
      var uri = new URI(text);
      return uri.isAbsolute() && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
