package jp.renkei.jobs.sample;

import java.time.LocalDate;

/** One product line of an issuer; cards are those issued at the frame's date. */
record TrueLine(
    String id,
    String nameJa,
    Segment segment,
    String processorId,
    AdoptionPath path,
    long cards,
    LocalDate liveOn,
    LocalDate validFrom,
    LocalDate validTo) {

  TrueLine {
    if (validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "Cannot hold line %s: it ends on %s before %s".formatted(id, validTo, validFrom));
    }
  }

  boolean isValidOn(LocalDate date) {
    return !date.isBefore(validFrom) && !date.isAfter(validTo);
  }

  /** What the issuer says in a round about the start of a planned service; after its date. */
  LocalDate plannedOn(TrueRound round) {
    if (path == AdoptionPath.SLIPPING) {
      return round.referenceDate().plusMonths(6).plusDays(15);
    }
    return liveOn.equals(SampleTruth.NEVER) ? LocalDate.of(2026, 12, 1) : liveOn.plusDays(14);
  }
}
