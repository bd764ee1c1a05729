package jp.renkei.reports.foreign;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One month of a foreign register; without a snapshot it has no number at all.
 *
 * @param month its first day
 * @param monthsSinceEarlier to the snapshot that changes compare with; empty for the first one
 */
public record ForeignMonth(
    LocalDate month,
    Optional<LocalDate> snapshotOn,
    OptionalLong monthsSinceEarlier,
    OptionalLong brands,
    OptionalLong entities,
    OptionalLong entitiesWithSeveralBrands,
    OptionalLong brandsWithoutEntity,
    OptionalLong newBrands,
    OptionalLong goneBrands,
    OptionalLong continuingBrands,
    OptionalLong rekeyedBrands,
    OptionalLong ambiguousBrands,
    boolean isRekeying,
    boolean isDropFlagged) {

  public boolean isGap() {
    return snapshotOn.isEmpty();
  }

  /** Whether its changes are those of several months, because the ones between are missing. */
  public boolean isAfterGap() {
    return monthsSinceEarlier.orElse(1) > 1;
  }
}
