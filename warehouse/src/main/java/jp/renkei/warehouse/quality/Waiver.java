package jp.renkei.warehouse.quality;

import java.time.Instant;

/**
 * Somebody answers for a finding: it stays as it is, for a reason.
 *
 * @param rows how many rows the finding had; one that has grown since needs a waiver of its own
 */
public record Waiver(
    String findingId, String subject, long rows, String reason, String by, Instant at) {
  public Waiver {
    if (reason.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot waive %s %s: a reason and a name are needed.".formatted(findingId, subject));
    }
  }

  /** Whether it answers for a finding as that is now. */
  public boolean covers(Finding finding) {
    return findingId.equals(finding.findingId())
        && subject.equals(finding.subject())
        && finding.rows() <= rows;
  }
}
