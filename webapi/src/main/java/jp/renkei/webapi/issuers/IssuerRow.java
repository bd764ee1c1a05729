package jp.renkei.webapi.issuers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.FigureView;

/**
 * One card company in the list.
 *
 * @param isWithoutConsent whether it does not consent to be named in public
 * @param isAsked whether the round's frame holds it
 * @param comments what it says of the figures of the row
 * @param adoption the furthest status of its product lines; empty where it reported none
 */
public record IssuerRow(
    String id,
    String name,
    boolean isWithoutConsent,
    boolean isAsked,
    Optional<String> adoption,
    Optional<LocalDate> since,
    Cell connections,
    Cell accountsApi,
    Cell accountsScraping,
    Cell accountsBoth,
    Cell scrapingShare,
    Cell match,
    List<CommentView> comments) {

  /** A figure with the number it is sorted by. */
  public record Cell(FigureView figure, OptionalDouble value) {
    Optional<Double> sortKey() {
      return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
  }

  Optional<Integer> adoptionOrder() {
    return adoption.map(status -> CodeLabels.codes("adoption_status").indexOf(status));
  }
}
