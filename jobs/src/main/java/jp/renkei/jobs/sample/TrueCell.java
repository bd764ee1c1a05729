package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What truly holds between one issuer and one agent in one segment, on any day; accounts are login
 * IDs of the members' site.
 *
 * @param scrapedAccounts accounts the agent would scrape if there were no API
 * @param requestedOn when the agent asked for a connection, or NEVER
 * @param connectedOn first day of API use, or NEVER
 */
record TrueCell(
    String issuerId,
    Segment segment,
    String agentId,
    Outcome outcome,
    long scrapedAccounts,
    LocalDate requestedOn,
    LocalDate connectedOn,
    LocalDate scrapingStopOn) {

  /** Where a request leads. */
  enum Outcome {
    NOT_ASKED,
    IN_TALKS,
    CONNECTED,
    DECLINED,
    WITHDRAWN
  }

  /** The contract status (A9_01, B3_01). */
  enum Status {
    SIGNED,
    NEGOTIATING,
    REQUESTED,
    DECLINED,
    WITHDRAWN,
    NONE
  }

  private static final int MONTHS_TO_MIGRATE = 54;
  private static final int DAYS_SIGNED_BEFORE_START = 40;
  private static final int DAYS_TO_FIRST_TALKS = 45;
  private static final int DAYS_TO_REFUSAL = 90;

  TrueCell {
    if (connectedOn.isBefore(requestedOn)) {
      throw new IllegalArgumentException(
          "Cannot hold cell %s %s %s: connected on %s, requested on %s"
              .formatted(issuerId, segment, agentId, connectedOn, requestedOn));
    }
  }

  Status statusOn(LocalDate date) {
    if (date.isBefore(requestedOn)) {
      return Status.NONE;
    }
    boolean talking = !date.isBefore(requestedOn.plusDays(DAYS_TO_FIRST_TALKS));
    boolean refused = !date.isBefore(requestedOn.plusDays(DAYS_TO_REFUSAL));
    return switch (outcome) {
      case NOT_ASKED -> Status.NONE;
      case CONNECTED ->
          !date.isBefore(connectedOn.minusDays(DAYS_SIGNED_BEFORE_START))
              ? Status.SIGNED
              : talking ? Status.NEGOTIATING : Status.REQUESTED;
      case DECLINED -> refused ? Status.DECLINED : Status.REQUESTED;
      case WITHDRAWN -> refused ? Status.WITHDRAWN : Status.REQUESTED;
      case IN_TALKS -> talking ? Status.NEGOTIATING : Status.REQUESTED;
    };
  }

  boolean isConnectedOn(LocalDate date) {
    return !date.isBefore(connectedOn);
  }

  /** Accounts through the API: none on the first day, most of the scraped ones in the end. */
  long apiAccountsOn(LocalDate date) {
    return scrapedAccounts * migratedPercent(date) / 100;
  }

  /** Accounts still scraped; a few are both, see {@link #bothAccountsOn}. */
  long scrapingAccountsOn(LocalDate date) {
    long left = scrapedAccounts * (100 - migratedPercent(date)) / 100 + bothAccountsOn(date);
    return date.isAfter(scrapingStopOn) ? left * 15 / 100 : left;
  }

  /** Accounts through the API that are scraped besides. */
  long bothAccountsOn(LocalDate date) {
    long either = scrapedAccounts * Math.min(migratedPercent(date), 100 - migratedPercent(date));
    long both = either * 5 / 10_000;
    return date.isAfter(scrapingStopOn) ? both * 15 / 100 : both;
  }

  private long migratedPercent(LocalDate date) {
    if (!isConnectedOn(date)) {
      return 0;
    }
    long months = ChronoUnit.MONTHS.between(connectedOn, date) + 2;
    return Math.min(92, 92 * months / MONTHS_TO_MIGRATE);
  }
}
