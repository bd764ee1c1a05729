package jp.renkei.webapi.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One milestone with its history.
 *
 * @param slipDays days after the end of the baseline, negative when early; empty before it is due
 *     and when cancelled
 * @param history every statement, the oldest first; empty where the file holds none
 * @param bar its place on the time axis; empty without any date
 */
public record Milestone(
    String id,
    String measureId,
    String measure,
    Optional<String> issuerName,
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
    Optional<String> reason,
    List<Statement> history,
    Optional<TimeBar> bar) {

  static final String CANCELLED = "CANCELLED";

  public Milestone {
    history = List.copyOf(history);
  }

  /** One statement about the milestone, as it was made. */
  public record Statement(
      long revision,
      Optional<LocalDate> statedOn,
      Optional<String> statedBy,
      Optional<LocalDate> forecastEnd,
      Optional<LocalDate> actualEnd,
      String status,
      Optional<String> reason) {}

  /** Whether its day is still to come; what was cancelled has none. */
  public boolean isUndue() {
    return slipDays.isEmpty() && baselineEnd.isPresent() && !status.equals(CANCELLED);
  }
}
