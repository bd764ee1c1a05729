package jp.renkei.warehouse.kpi;

import java.util.OptionalDouble;

/** The one place where a KPI's counts are divided. */
public final class Division {
  private Division() {}

  /** The quotient; empty, and never 0, NaN or infinite, where the denominator is 0. */
  public static OptionalDouble of(long numerator, long denominator) {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / (double) denominator);
  }
}
