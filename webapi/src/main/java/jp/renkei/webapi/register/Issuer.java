package jp.renkei.webapi.register;

import java.util.Optional;
import java.util.OptionalLong;

/** A card company as the register describes it on the release's as-of date. */
public record Issuer(
    String id,
    String nameJa,
    Optional<String> nameEn,
    Optional<String> corporateNumber,
    Optional<String> registrationNo,
    Optional<Boolean> isAssociationMember,
    OptionalLong cardsIssued) {

  public String name(boolean isJapanese) {
    return isJapanese ? nameJa : nameEn.orElse(nameJa);
  }
}
