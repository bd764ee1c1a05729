package jp.renkei.jobs.sample;

import static jp.renkei.jobs.sample.AdoptionPath.Status.DISCONTINUED;
import static jp.renkei.jobs.sample.AdoptionPath.Status.LIVE;
import static jp.renkei.jobs.sample.AdoptionPath.Status.NOT_PLANNED;
import static jp.renkei.jobs.sample.AdoptionPath.Status.PLANNED;
import static jp.renkei.jobs.sample.AdoptionPath.Status.UNDER_STUDY;

import java.time.LocalDate;
import java.util.List;

/** How a product line's adoption status (A2_01) goes through the three rounds. */
enum AdoptionPath {
  EARLY(LIVE, LIVE, LIVE),
  SECOND_ROUND(PLANNED, LIVE, LIVE),
  THIRD_ROUND(UNDER_STUDY, PLANNED, LIVE),
  PLANNING(UNDER_STUDY, UNDER_STUDY, PLANNED),
  /** Planned in every round, each time half a year later. */
  SLIPPING(PLANNED, PLANNED, PLANNED),
  STUDYING(UNDER_STUDY, UNDER_STUDY, UNDER_STUDY),
  CHANGED_MIND(NOT_PLANNED, UNDER_STUDY, PLANNED),
  REFUSING(NOT_PLANNED, NOT_PLANNED, NOT_PLANNED),
  GIVEN_UP(LIVE, LIVE, DISCONTINUED);

  enum Status {
    LIVE,
    PLANNED,
    UNDER_STUDY,
    NOT_PLANNED,
    DISCONTINUED
  }

  /** Twenty issuers' paths: eight are live in the end, four refuse. */
  private static final List<AdoptionPath> DECK =
      List.of(
          EARLY,
          SECOND_ROUND,
          REFUSING,
          EARLY,
          PLANNING,
          STUDYING,
          THIRD_ROUND,
          EARLY,
          REFUSING,
          PLANNING,
          SECOND_ROUND,
          STUDYING,
          SLIPPING,
          EARLY,
          REFUSING,
          THIRD_ROUND,
          STUDYING,
          PLANNING,
          CHANGED_MIND,
          REFUSING);

  private final Status first;
  private final Status second;
  private final Status third;

  AdoptionPath(Status first, Status second, Status third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  static AdoptionPath ofIssuer(int number) {
    return DECK.get((number - 1) % DECK.size());
  }

  /** The corporate line of an issuer follows its individual one, a round or more later. */
  AdoptionPath ofCorporateLine() {
    return switch (this) {
      case EARLY -> THIRD_ROUND;
      case SECOND_ROUND, THIRD_ROUND -> PLANNING;
      case REFUSING -> REFUSING;
      default -> STUDYING;
    };
  }

  Status at(TrueRound round) {
    return switch (round.number()) {
      case 1 -> first;
      case 2 -> second;
      default -> third;
    };
  }

  /** The first day of service of a line on this path; far in the future where there is none. */
  LocalDate liveOn(Chance chance) {
    return switch (this) {
      case EARLY, GIVEN_UP ->
          chance.dateBetween(LocalDate.of(2021, 6, 1), LocalDate.of(2024, 8, 31));
      case SECOND_ROUND -> chance.dateBetween(LocalDate.of(2025, 4, 10), LocalDate.of(2025, 8, 31));
      case THIRD_ROUND -> chance.dateBetween(LocalDate.of(2025, 10, 15), LocalDate.of(2026, 1, 31));
      default -> SampleTruth.NEVER;
    };
  }
}
