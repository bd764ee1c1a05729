package jp.renkei.jobs.release.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import jp.renkei.warehouse.table.TableName;

/**
 * One number, or the numbers of one row, of a table of figures, as the secretariat has it.
 *
 * @param key what tells it from every other
 * @param rows keys of the rows that show it ({@link RowKey}); they all go when it is suppressed
 * @param shape what kind of row it is
 * @param named companies that the row names
 * @param isWithheld whether a company that it names has not consented, or the secretariat keeps it:
 *     no row of the audience's
 * @param atoms places of its parts in its group; none for a statistic that does not add up
 * @param series what rows about the same companies at other times have in common, where times add
 *     up to longer ones; empty for a row that stands alone
 * @param topic what a KPI value and the figures beside it have in common; those go with the value
 * @param respondents companies behind a statistic, which has no atoms; empty for a sum
 */
record Figure(
    TableName table,
    String key,
    List<String> rows,
    Shape shape,
    Set<String> named,
    boolean isWithheld,
    BitSet atoms,
    String series,
    String topic,
    OptionalLong respondents) {

  /**
   * What kind of row a figure is. Rows of one shape have no part in common, so that a total less
   * all of them leaves a remainder.
   *
   * @param statistic COUNT adds up; MEDIAN and QUARTILES need more respondents
   * @param level ALL, ISSUER, AGENT or PAIR
   * @param slice column that the row is a slice of, empty for the whole
   * @param period POINT, MONTH, QUARTER_FY, FY or another word for a length of time
   * @param variant tells rows apart that count the same parts another way, such as issuers as of
   *     then and as of now
   */
  record Shape(Statistic statistic, String level, String slice, String period, String variant) {
    /** Whether rows of the other shape are parts of rows of this one in just one respect. */
    boolean isOneStepAbove(Shape other) {
      int steps = level.equals(other.level) ? 0 : 1;
      steps += slice.equals(other.slice) ? 0 : 1;
      steps += period.equals(other.period) ? 0 : 1;
      steps += variant.equals(other.variant) ? 0 : 1;
      return steps == 1 && statistic == other.statistic;
    }

    /** How much readers lose with a row: those of the whole industry and of longer times most. */
    int worth() {
      int ofLevel = level.equals("ALL") ? 10_000 : level.equals("PAIR") ? 1 : 10;
      int ofPeriod = period.equals("FY") ? 3 : period.equals("QUARTER_FY") ? 2 : 1;
      return ofLevel * (slice.isEmpty() ? 10 : 1) * ofPeriod;
    }
  }

  /** How a figure follows from its parts. */
  enum Statistic {
    COUNT,
    MEDIAN,
    QUARTILES
  }

  Figure {
    rows = List.copyOf(rows);
    named = Set.copyOf(named);
  }

  boolean addsUp() {
    return !atoms.isEmpty();
  }

  @Override
  public String toString() {
    return table + " " + key.replace(RowKey.SEPARATOR, "|");
  }
}
