package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one company says of its figures of one KPI and period: its right of reply, which stands
 * beside every such figure. The words are the company's own and are shown as plain text.
 */
public record KpiComment(
    String kpiId,
    Optional<String> issuerId,
    Optional<String> agentId,
    String periodType,
    LocalDate periodStart,
    LocalDate periodEnd,
    String comment,
    Optional<LocalDate> statedOn) {

  /** Whether it is about this figure, which belongs to the company that comments. */
  public boolean isOn(KpiFigure figure) {
    return kpiId.equals(figure.kpiId())
        && periodType.equals(figure.periodType())
        && periodStart.equals(figure.periodStart())
        && (issuerId.isPresent()
            ? issuerId.equals(figure.issuerId())
            : agentId.equals(figure.agentId()));
  }
}
