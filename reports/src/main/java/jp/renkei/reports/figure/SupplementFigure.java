package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of gold.kpi_supplement, with what it means.
 *
 * @param measure the milestones' measure; empty for the whole
 * @param value ratio 0..1, count or statistic in {@code unit}; empty where nothing was eligible
 */
public record SupplementFigure(
    String kpiId,
    String title,
    String definition,
    String unit,
    Optional<String> measure,
    LocalDate periodEnd,
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value) {}
