package jp.renkei.warehouse.rules;

import java.util.List;
import java.util.Locale;
import jp.renkei.warehouse.definition.DefinitionException;

/**
 * Two counts of which one is a part of the other, in rows of different KPIs about the same
 * companies and time. Where they are nearly the same, who has one has the other.
 */
public record SharedCount(Term whole, Term part) {

  /** Which of a row's numbers is meant. */
  public enum Column {
    NUMERATOR,
    DENOMINATOR,
    /** The denominator less the numerator. */
    REST
  }

  /**
   * A number of a KPI's rows.
   *
   * @param accessMethod which of the slices by access method; empty for a KPI without
   */
  public record Term(String kpiId, String accessMethod, Column column) {

    /**
     * Of the KPI's id, the access method where there is one, and the column, with spaces between.
     */
    static Term of(String place, String text) {
      var words = List.of(text.strip().split("\\s+"));
      String column = words.get(words.size() - 1).toUpperCase(Locale.ROOT);
      boolean isColumn = List.of("NUMERATOR", "DENOMINATOR", "REST").contains(column);
      if (words.size() < 2 || words.size() > 3 || !isColumn) {
        throw new DefinitionException(
            "%s: found '%s', expected a KPI, an access method where it has them, and numerator, denominator or rest."
                .formatted(place, text));
      }
      return new Term(words.get(0), words.size() == 3 ? words.get(1) : "", Column.valueOf(column));
    }
  }
}
