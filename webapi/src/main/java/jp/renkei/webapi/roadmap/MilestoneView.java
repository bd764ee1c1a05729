package jp.renkei.webapi.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.figure.Milestone;

/**
 * One milestone with its history, as a page shows it.
 *
 * @param owner its name, also where the milestone states a company's id
 * @param history every statement, the oldest first; empty where the file holds none
 * @param bar its place on the time axis; empty without any date
 */
public record MilestoneView(
    Milestone milestone,
    Optional<String> issuerName,
    Optional<String> owner,
    List<Statement> history,
    Optional<TimeBar> bar) {

  public MilestoneView {
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
}
