package jp.renkei.surveys;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it in Japan, with what stands behind it: {@code 1,234枚}, {@code 1.5万},
 * {@code 1億2,000万円}, {@code △5}.
 *
 * @param suffix what follows the number, for example a unit; may be empty
 * @param isScaled whether it holds 百, 千, 万, 億 or 兆
 */
record NumberText(BigDecimal value, String suffix, boolean isScaled) {
  private static final Map<String, BigDecimal> SMALL =
      Map.of("", BigDecimal.ONE, "百", BigDecimal.valueOf(100), "千", BigDecimal.valueOf(1_000));
  private static final Map<String, BigDecimal> LARGE =
      Map.of(
          "",
          BigDecimal.ONE,
          "万",
          BigDecimal.valueOf(10_000),
          "億",
          BigDecimal.valueOf(100_000_000),
          "兆",
          BigDecimal.valueOf(1_000_000_000_000L));

  /** Digits in threes or without separators; then what they count. */
  private static final Pattern GROUP =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+)(\\.\\d+)?\\s*"
              + "([百千]?)([万億兆]?)");

  private static final BigDecimal REST_OF_A_CALCULATION = new BigDecimal("0.000001");

  private static final Pattern SIGN = Pattern.compile("^([+\\-−‐–△▲])\\s*(?=\\d)");

  /** Empty where the text does not begin with a number, or can be taken for two. */
  static Optional<NumberText> of(String typed) {
    Matcher sign = SIGN.matcher(typed);
    boolean hasSign = sign.find();
    boolean isNegative = hasSign && !sign.group(1).equals("+");
    String digits = hasSign ? typed.substring(sign.end()) : typed;
    Matcher group = GROUP.matcher(digits);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal previous = null;
    boolean hasPoint = false;
    int end = 0;
    while (group.region(end, digits.length()).lookingAt()) {
      BigDecimal unit = SMALL.get(group.group(3)).multiply(LARGE.get(group.group(4)));
      BigDecimal number = new BigDecimal(group.group(1).replaceAll("[, ]", "") + point(group));
      BigDecimal part = number.multiply(unit);
      if (previous != null && (hasPoint || !continues(previous, part, group))) {
        return Optional.empty();
      }
      hasPoint |= group.group(2) != null;
      sum = sum.add(part);
      previous = unit;
      end = group.end();
      if (unit.compareTo(BigDecimal.ONE) == 0) {
        break;
      }
    }
    if (end == 0) {
      return Optional.empty();
    }
    boolean isScaled = digits.substring(0, end).matches(".*[百千万億兆].*");
    return Optional.of(
        new NumberText(isNegative ? sum.negate() : sum, digits.substring(end).strip(), isScaled));
  }

  private static String point(Matcher group) {
    return group.group(2) == null ? "" : group.group(2);
  }

  /**
   * 1億2千万 goes on with a smaller part. 1億5千 may mean either 5,000 or 50 million: a part without 万
   * or 億 must fill the digits that the part before it left open.
   */
  private static boolean continues(BigDecimal previous, BigDecimal part, Matcher group) {
    boolean isSmaller = part.compareTo(previous) < 0;
    boolean isFilling = part.multiply(BigDecimal.TEN).compareTo(previous) >= 0;
    return isSmaller && (isFilling || !group.group(4).isEmpty());
  }

  /** For people: {@code 1,234,567}; digits behind the point stay as they are. */
  static String separated(BigDecimal value) {
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return "%,d".formatted(new BigInteger(whole)) + (point < 0 ? "" : plain.substring(point));
  }

  /**
   * The whole number that it is, or that it misses by no more than a calculation does: a sheet
   * shows 22000000.0000001 as 22,000,000, and its reader would look in vain for what is not whole.
   */
  Optional<BigDecimal> whole() {
    BigDecimal nearest = value.setScale(0, RoundingMode.HALF_UP);
    boolean isRest = value.subtract(nearest).abs().compareTo(REST_OF_A_CALCULATION) <= 0;
    return isRest ? Optional.of(nearest) : Optional.empty();
  }
}
