package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a KPI of the whole industry is on the way to a target: one row of gold.kpi_progress.
 *
 * @param goalKind INTERIM or TARGET
 * @param actual the newest figure; empty where there is none
 * @param achievement 1 is all of the way from the baseline
 * @param explanationReason MISSED or OVERSHOOT, where either calls for an explanation
 * @param forecast when the present pace gets there
 */
public record KpiProgress(
    String kpiId,
    long definitionVersion,
    Optional<String> comparabilityGroup,
    Optional<String> basis,
    String goalKind,
    LocalDate goalOn,
    double goalValue,
    Optional<Baseline> baseline,
    Optional<Actual> actual,
    OptionalDouble achievement,
    String goalState,
    Optional<String> explanationReason,
    Optional<String> explanation,
    boolean needsExplanation,
    Forecast forecast) {

  /** Where the way begins. */
  public record Baseline(LocalDate on, double value) {}

  /** A figure that was reached. */
  public record Actual(
      String periodType, LocalDate start, LocalDate end, double value, String status) {}

  /**
   * @param latest empty where the worse edge of the interval does not get there within sight
   * @param points figures it rests on
   */
  public record Forecast(
      String state,
      Optional<LocalDate> on,
      Optional<LocalDate> earliest,
      Optional<LocalDate> latest,
      long points) {}
}
