package jp.renkei.jobs.gateway.format;

import java.util.function.IntPredicate;

/** Reads latencies that carry their units: {@code 0.043s}, {@code 1m2.5s}, {@code 357.313µs}. */
final class Latencies {
  /** Stands for what is none. */
  static final double BAD = Double.NaN;

  private static final int LONGEST = 40;

  private Latencies() {}

  /** In milliseconds. */
  static double written(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return BAD;
    }
    double sum = 0;
    int place = text.charAt(0) == '-' ? 1 : 0;
    int first = place;
    while (place < text.length()) {
      int end = endOf(text, place, Latencies::isDigit);
      int unitEnd = endOf(text, end, c -> !isDigit(c));
      double unit = unit(text.substring(end, unitEnd));
      if (end == place || Double.isNaN(unit)) {
        return BAD;
      }
      try {
        sum += Double.parseDouble(text.substring(place, end)) * unit;
      } catch (NumberFormatException e) {
        return BAD;
      }
      place = unitEnd;
    }
    return place == first ? BAD : first == 1 ? -sum : sum;
  }

  private static int endOf(String text, int start, IntPredicate isPart) {
    int end = start;
    while (end < text.length() && isPart.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "ns" -> 1e-6;
      case "us", "µs", "μs" -> 1e-3;
      case "ms" -> 1;
      case "s" -> 1e3;
      case "m" -> 6e4;
      case "h" -> 3.6e6;
      default -> BAD;
    };
  }
}
