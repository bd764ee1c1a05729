package jp.renkei.jobs.sample;

import java.time.LocalDate;

/**
 * Which cells the two sides state differently: the agent says NEGOTIATING where the issuer says
 * SIGNED, or counts twice the accounts. Only where the truth is SIGNED.
 */
final class Conflicts {
  private static final int STATUS_PERCENT = 7;
  private static final int ACCOUNTS_PERCENT = 8;

  /** More accounts than this make a doubled count a difference beyond any tolerance. */
  private static final long ACCOUNTS_THAT_SHOW = 30;

  enum Kind {
    NOTHING,
    STATUS,
    ACCOUNTS
  }

  private final long seed;

  Conflicts(long seed) {
    this.seed = seed;
  }

  Kind of(TrueCell cell, TrueRound round) {
    LocalDate date = round.referenceDate();
    if (cell.statusOn(date) != TrueCell.Status.SIGNED) {
      return Kind.NOTHING;
    }
    int draw =
        Chance.of(
                seed,
                "conflict",
                round.id(),
                cell.issuerId(),
                cell.segment().name(),
                cell.agentId())
            .between(1, 100);
    if (draw <= STATUS_PERCENT) {
      return Kind.STATUS;
    }
    boolean shows = cell.apiAccountsOn(date) > ACCOUNTS_THAT_SHOW;
    return shows && draw <= STATUS_PERCENT + ACCOUNTS_PERCENT ? Kind.ACCOUNTS : Kind.NOTHING;
  }
}
