package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One milestone of the roadmap as of the release, a row of gold.milestone.
 *
 * @param owner as stated: a name, or the id of a company
 * @param slipDays days after the end of the baseline, negative when early; empty before it is due
 *     and when cancelled. Without an actual end it counts to the forecast, or to the as-of date if
 *     that is later
 */
public record Milestone(
    String id,
    String measureId,
    String measure,
    Optional<String> issuerId,
    String title,
    Optional<String> owner,
    Optional<LocalDate> baselineStart,
    Optional<LocalDate> baselineEnd,
    Optional<LocalDate> forecastEnd,
    Optional<LocalDate> actualEnd,
    String status,
    OptionalLong slipDays,
    long revisions,
    Optional<String> reason) {

  private static final String CANCELLED = "CANCELLED";

  public boolean isCancelled() {
    return status.equals(CANCELLED);
  }

  /** Days that the forecast lies after the end of the baseline; empty where it does not. */
  public OptionalLong forecastSlipDays() {
    return baselineEnd.isPresent()
            && forecastEnd.isPresent()
            && forecastEnd.orElseThrow().isAfter(baselineEnd.orElseThrow())
        ? OptionalLong.of(
            ChronoUnit.DAYS.between(baselineEnd.orElseThrow(), forecastEnd.orElseThrow()))
        : OptionalLong.empty();
  }

  /** Whether its day is still to come; what was cancelled has none. */
  public boolean isUndue() {
    return slipDays.isEmpty() && baselineEnd.isPresent() && !isCancelled();
  }
}
