package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The client ids under which agents call issuers' APIs. Every fifth pair changed its id at the turn
 * of the year 2025 to 2026; one agent's clients at one issuer are missing from the alias list.
 */
final class ClientIds {
  private static final LocalDate LAST_DAY_OF_OLD_ID = LocalDate.of(2025, 12, 31);
  private static final int AGENT_WITHOUT_ALIAS = 5;

  /** One validity of one client id. */
  record ClientId(String raw, LocalDate validFrom, LocalDate validTo) {}

  private final long seed;

  ClientIds(long seed) {
    this.seed = seed;
  }

  List<ClientId> of(TrueCell cell) {
    Chance chance = Chance.of(seed, "client", cell.issuerId(), cell.agentId());
    String first = "cl-" + chance.hex();
    String second = "cl-" + chance.hex();
    LocalDate from = LocalDate.of(2021, 4, 1);
    if (!chance.happens(20)) {
      return List.of(new ClientId(first, from, SampleTruth.NEVER));
    }
    return List.of(
        new ClientId(first, from, LAST_DAY_OF_OLD_ID),
        new ClientId(second, LAST_DAY_OF_OLD_ID.plusDays(1), SampleTruth.NEVER));
  }

  String on(TrueCell cell, LocalDate date) {
    return of(cell).stream()
        .filter(id -> !date.isBefore(id.validFrom()) && !date.isAfter(id.validTo()))
        .findFirst()
        .orElseThrow()
        .raw();
  }

  /** Whether the register forgot the clients of this pair, so that their calls stay UNKNOWN. */
  static boolean isForgotten(TrueCell cell) {
    return cell.issuerId().equals("ISS001")
        && cell.agentId().equals("AGT%03d".formatted(AGENT_WITHOUT_ALIAS));
  }
}
