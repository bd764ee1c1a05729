package jp.renkei.webapi.releases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code /releases} shows.
 *
 * @param rows the newest first
 * @param decision what became of the decision taken last; empty for who may not decide
 * @param isDeciding whether the visitor may decide about releases here
 * @param hasTwoPersons whether who publishes must be another than who reviewed
 * @param token of the forms
 * @param compared the two that the form for differences begins with; empty where there is only one
 */
public record ReleasesPage(
    List<Row> rows,
    Optional<DecisionJobs.Outcome> decision,
    boolean isDeciding,
    boolean hasTwoPersons,
    String token,
    Optional<Pair> compared) {
  public ReleasesPage {
    rows = List.copyOf(rows);
  }

  /** Two releases to be compared. */
  public record Pair(int before, int after) {}

  /**
   * One release.
   *
   * @param facts meeting, 速報 or 確報, why it replaced another, as short words
   * @param embargo until when only the secretariat sees it; empty where that is over or never was
   * @param withdrawal why it was withdrawn; empty where it was not
   * @param isOpen whether its pages can be read
   * @param history who decided what and when; empty but for the secretariat
   * @param actions what the visitor may try: review, publish, withdraw
   * @param mustWait why the visitor may not publish it, as a key of the texts; empty where it may
   */
  public record Row(
      int id,
      Optional<String> label,
      String state,
      List<String> facts,
      Optional<String> embargo,
      Optional<String> withdrawal,
      LocalDate asOf,
      LocalDate madeOn,
      Optional<LocalDate> publishedOn,
      String contentHash,
      boolean isOpen,
      List<Event> history,
      List<String> actions,
      String mustWait) {
    public Row {
      facts = List.copyOf(facts);
      history = List.copyOf(history);
      actions = List.copyOf(actions);
    }

    public boolean offers(String action) {
      return actions.contains(action);
    }
  }

  /** One decision in words. */
  public record Event(String at, String what, String by, String more) {}
}
