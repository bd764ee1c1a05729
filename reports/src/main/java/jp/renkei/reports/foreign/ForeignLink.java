package jp.renkei.reports.foreign;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A brand that came, went or changed its id, as the register names it.
 *
 * @param earlier id and name before, empty for one that came
 * @param later id and name after, empty for one that went
 * @param match as in silver.foreign_brand_link
 * @param candidates of an ambiguous one
 */
public record ForeignLink(
    String registerId,
    LocalDate snapshotOn,
    Optional<Named> earlier,
    Optional<Named> later,
    String match,
    Optional<String> candidates,
    boolean isRekeying) {
  /** A brand's id and name. */
  public record Named(String id, String name) {}

  /** Whether it is a matter of ids, and not simply a brand that came or went. */
  public boolean isAboutIds() {
    return isRekeying || !(match.equals("NEW") || match.equals("GONE"));
  }
}
