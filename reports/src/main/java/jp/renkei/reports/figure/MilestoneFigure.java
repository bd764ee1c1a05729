package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** One milestone of the roadmap as of the release. */
public record MilestoneFigure(
    String milestoneId,
    String measureId,
    String measure,
    Optional<String> issuerId,
    String title,
    Optional<String> owner,
    Optional<LocalDate> baselineEnd,
    Optional<LocalDate> forecastEnd,
    Optional<LocalDate> actualEnd,
    String status,
    OptionalLong slipDays,
    long revisions,
    Optional<String> reason) {}
