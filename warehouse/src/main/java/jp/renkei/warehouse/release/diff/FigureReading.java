package jp.renkei.warehouse.release.diff;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a release says of a figure.
 *
 * @param valueState why there is no value, else REPORTED
 * @param ruleVersion version of the rules file behind it; empty without
 */
public record FigureReading(
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    String valueState,
    String ruleVersion) {
  /** What stands for a number that is suppressed (秘匿), as in official statistics. */
  public static final String SUPPRESSED = "x";

  /** Whether another reading shows the same value, there or not, within the same bounds. */
  boolean isSameValue(FigureReading other) {
    return value.equals(other.value)
        && low.equals(other.low)
        && high.equals(other.high)
        && valueState.equals(other.valueState);
  }

  boolean isSuppressed() {
    return valueState.equals("SUPPRESSED");
  }
}
