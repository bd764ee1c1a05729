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

  boolean isSuppressed() {
    return valueState.equals("SUPPRESSED");
  }
}
