package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hidden truth of one sample world: what issuers and agents are and do. Registers, answers of
 * both sides and gateway logs are all told from it, each with its own noise.
 */
final class SampleTruth {
  /** Stands for a date that does not come. */
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  static final YearMonth LAST_MONTH = YearMonth.of(2026, 3);

  private static final int GRACE_DAYS = 14;

  private final SampleOptions options;
  private final List<TrueRound> rounds;
  private final List<TrueIssuer> issuers;
  private final List<TrueAgent> agents;
  private final Map<String, TrueCell> cells = new TreeMap<>();

  SampleTruth(SampleOptions options) {
    this.options = options;
    issuers = new IssuerTruths(options).all();
    agents = new AgentTruths(options).all();
    String newerFrame = Merger.happensIn(options) ? "FRAME2" : "FRAME1";
    rounds =
        List.of(
            new TrueRound(
                1, LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 30), GRACE_DAYS, "FRAME1", 1),
            new TrueRound(
                2, LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 31), GRACE_DAYS, "FRAME1", 1),
            new TrueRound(
                3,
                LocalDate.of(2026, 3, 31),
                LocalDate.of(2026, 4, 30),
                GRACE_DAYS,
                newerFrame,
                2));
    for (TrueIssuer issuer : issuers) {
      for (TrueAgent agent : agents) {
        for (Segment segment : agent.segments()) {
          TrueCell cell = cell(issuer, segment, agent);
          cells.put(key(issuer.id(), segment, agent.id()), cell);
        }
      }
    }
  }

  SampleOptions options() {
    return options;
  }

  List<TrueRound> rounds() {
    return rounds;
  }

  TrueRound lastRound() {
    return rounds.get(rounds.size() - 1);
  }

  List<TrueIssuer> issuers() {
    return issuers;
  }

  List<TrueAgent> agents() {
    return agents;
  }

  List<TrueIssuer> issuersOn(LocalDate date) {
    return issuers.stream().filter(issuer -> issuer.isValidOn(date)).toList();
  }

  /** The cells of an issuer on a date, over the segments that it and the agents serve. */
  List<TrueCell> cellsOf(TrueIssuer issuer, LocalDate date) {
    List<TrueCell> found = new ArrayList<>();
    for (TrueAgent agent : agents) {
      found.addAll(cellsOf(issuer, agent, date));
    }
    return found;
  }

  List<TrueCell> cellsOf(TrueIssuer issuer, TrueAgent agent, LocalDate date) {
    return agent.segments().stream()
        .filter(segment -> issuer.serves(segment, date))
        .map(segment -> cells.get(key(issuer.id(), segment, agent.id())))
        .toList();
  }

  /** Months of gateway logs, oldest first. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (int back = options.months() - 1; back >= 0; back--) {
      months.add(LAST_MONTH.minusMonths(back));
    }
    return months;
  }

  private static String key(String issuerId, Segment segment, String agentId) {
    return issuerId + "/" + segment + "/" + agentId;
  }

  private TrueCell cell(TrueIssuer issuer, Segment segment, TrueAgent agent) {
    Chance chance = Chance.of(options.seed(), "cell", issuer.id(), segment.name(), agent.id());
    LocalDate liveOn = issuer.liveOn(segment);
    // The first agents are the large ones; with them every live issuer has a connection.
    TrueCell.Outcome outcome =
        liveOn.equals(NEVER)
            ? withoutApi(issuer.path(), chance)
            : agent.number() <= 2 ? TrueCell.Outcome.CONNECTED : withApi(chance);
    boolean connects = outcome == TrueCell.Outcome.CONNECTED;
    int daysToConnect = chance.between(0, agent.number() <= 2 ? 45 : 420);
    LocalDate connectedOn = connects ? liveOn.plusDays(daysToConnect) : NEVER;
    LocalDate requestedOn =
        connects
            ? connectedOn.minusDays(chance.between(60, 400))
            : chance.dateBetween(LocalDate.of(2024, 4, 1), LocalDate.of(2026, 2, 28));
    boolean scrapes = connects || chance.happens(70);
    long share = segment == Segment.CORPORATE ? 1 : 6;
    long accounts = issuer.cards() * agent.reach() * share / 10_000;
    return new TrueCell(
        issuer.id(),
        segment,
        agent.id(),
        outcome,
        scrapes ? 20 + chance.about(accounts, 40) : 0,
        outcome == TrueCell.Outcome.NOT_ASKED ? NEVER : requestedOn,
        connectedOn,
        issuer.scrapingStopOn());
  }

  private static TrueCell.Outcome withApi(Chance chance) {
    return new Weighted<TrueCell.Outcome>()
        .add(55, TrueCell.Outcome.CONNECTED)
        .add(10, TrueCell.Outcome.IN_TALKS)
        .add(8, TrueCell.Outcome.DECLINED)
        .add(5, TrueCell.Outcome.WITHDRAWN)
        .add(22, TrueCell.Outcome.NOT_ASKED)
        .draw(chance);
  }

  private static TrueCell.Outcome withoutApi(AdoptionPath path, Chance chance) {
    boolean refuses = path == AdoptionPath.REFUSING;
    return new Weighted<TrueCell.Outcome>()
        .add(refuses ? 0 : 25, TrueCell.Outcome.IN_TALKS)
        .add(refuses ? 25 : 6, TrueCell.Outcome.DECLINED)
        .add(4, TrueCell.Outcome.WITHDRAWN)
        .add(65, TrueCell.Outcome.NOT_ASKED)
        .draw(chance);
  }
}
