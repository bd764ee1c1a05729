package jp.renkei.jobs.metrics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * One figure that an issuer states: of a day, a month, or the moment of the request.
 *
 * @param periodStart the day, or the first day of the month; of a moment its day
 * @param metric as the standard names it, such as {@code invocations}
 * @param aspect the tier or kind below it, such as {@code highPriority}; empty where there is none
 * @param part below that, an error code or a kind of customer; may be empty
 * @param hour of the day, 0 to 23; -1 where the figure is of the whole day
 * @param value as written
 */
public record MetricsFigure(
    PeriodType periodType,
    LocalDate periodStart,
    String metric,
    String aspect,
    String part,
    int hour,
    BigDecimal value)
    implements Serializable {

  /** What a figure is of. */
  public enum PeriodType {
    DAY,
    MONTH,
    MOMENT
  }

  /** The value in millionths, rounded half up: exact for counts, and to the digit for shares. */
  public long millionths() {
    return value.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
