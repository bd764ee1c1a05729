package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * One card company as it truly is; its lines included.
 *
 * @param cards cards issued at the frame's date
 * @param scrapingStopOn the day it announced for the end of scraping (A11_03), or NEVER
 */
record TrueIssuer(
    String id,
    int number,
    String corporateNumber,
    String nameJa,
    String nameEn,
    boolean associationMember,
    boolean consentsToName,
    long cards,
    AdoptionPath path,
    LocalDate scrapingStopOn,
    LocalDate validTo,
    List<TrueLine> lines) {

  TrueIssuer {
    lines = List.copyOf(lines);
    if (cards < 1 || lines.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot hold issuer %s: %d cards and %d lines, expected at least one of each"
              .formatted(id, cards, lines.size()));
    }
  }

  boolean isValidOn(LocalDate date) {
    return !date.isAfter(validTo);
  }

  List<TrueLine> linesOn(LocalDate date) {
    return lines.stream().filter(line -> line.isValidOn(date)).toList();
  }

  boolean serves(Segment segment, LocalDate date) {
    return linesOn(date).stream().anyMatch(line -> line.segment() == segment);
  }

  boolean hasLiveLine(TrueRound round) {
    return linesOn(round.referenceDate()).stream()
        .anyMatch(line -> line.path().at(round) == AdoptionPath.Status.LIVE);
  }

  /** The first day on which any line of the segment is in production. */
  LocalDate liveOn(Segment segment) {
    return lines.stream()
        .filter(line -> line.segment() == segment)
        .map(TrueLine::liveOn)
        .min(LocalDate::compareTo)
        .orElse(SampleTruth.NEVER);
  }
}
