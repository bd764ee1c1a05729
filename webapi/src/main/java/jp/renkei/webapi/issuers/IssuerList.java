package jp.renkei.webapi.issuers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The list as a page shows it.
 *
 * @param referenceDate of the round the figures belong to; empty before the first round
 * @param total issuers valid on that date, before the filter
 * @param ended those whose validity ended before it; they have no figures there
 */
public record IssuerList(
    Optional<LocalDate> referenceDate,
    List<IssuerRow> rows,
    int total,
    List<Ended> ended,
    String name,
    IssuerColumn sort,
    boolean isDescending) {

  /** A company that is no more on the reference date; its own page stays. */
  public record Ended(String id, String name, boolean isWithoutConsent) {}

  public List<IssuerColumn> columns() {
    return List.of(IssuerColumn.values());
  }

  /** The value of {@code aria-sort}; empty for columns it is not sorted by. */
  public String sorted(IssuerColumn column) {
    if (column != sort) {
      return "";
    }
    return isDescending ? "descending" : "ascending";
  }

  /** The direction that a click on the heading asks for. */
  public String nextOrder(IssuerColumn column) {
    return column == sort && !isDescending ? "desc" : "asc";
  }
}
