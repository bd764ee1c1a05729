package jp.renkei.reports.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A card company as the register describes it on the release's as-of date.
 *
 * @param validTo last day of its validity; empty while it has no end
 */
public record Issuer(
    String id,
    String nameJa,
    Optional<String> nameEn,
    Optional<String> corporateNumber,
    Optional<String> registrationNo,
    Optional<Boolean> isAssociationMember,
    OptionalLong cardsIssued,
    Optional<LocalDate> validTo) {

  /** Whether the company ended before a day, for example because it merged into another. */
  public boolean isEndedBefore(LocalDate day) {
    return validTo.isPresent() && validTo.orElseThrow().isBefore(day);
  }

  public String name(boolean isJapanese) {
    return isJapanese ? nameJa : nameEn.orElse(nameJa);
  }
}
