package jp.renkei.jobs.gateway;

import java.io.IOException;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.LineParser;
import jp.renkei.jobs.gateway.format.LineRejected;
import jp.renkei.jobs.gateway.format.RejectReason;

/**
 * One pass over the lines of one log, each record counted once: {@code accepted + rejected +
 * duplicates = lines}. Most formats hold one record a line; of the others every record counts as a
 * line, and what is left of a line that breaks counts as one. For one thread.
 */
final class LogReading {
  /** Takes what records turn out to be, in their order. */
  interface Taker {
    /** None is a duplicate; the batch is filled again afterwards. */
    void accepted(AccessBatch accesses) throws IOException;

    void rejected(Rejected rejected) throws IOException;
  }

  /**
   * A record that is not accepted.
   *
   * @param number of the line, or of the record in the file where lines hold several
   * @param bytes of the line, among others
   */
  record Rejected(long number, LineRejected why, byte[] bytes, int start, int end) {}

  private final AccessKeys keys;
  private long lines;
  private long accepted;
  private long rejected;
  private long duplicates;

  LogReading() {
    this(new AccessKeys());
  }

  /**
   * A pass in which some accesses count as duplicates from the start.
   *
   * @param keys takes all others too
   */
  LogReading(AccessKeys keys) {
    this.keys = keys;
  }

  void read(LogLines log, LineParser parser, Taker taker) throws IOException {
    var each = new EachRecord(log, parser, taker);
    while (log.next()) {
      if (log.isBlank()) {
        continue;
      }
      each.inLine = 0;
      if (log.isTooLong()) {
        String limit = parser.longestLine() / (1 << 20) + "MiB";
        each.rejected(
            new LineRejected(RejectReason.TOO_LONG, limit + "を超える行", limit + "以内の行"),
            log.start(),
            log.end());
      } else {
        parser.parse(log.buffer(), log.start(), log.end(), each);
      }
    }
    each.handOn();
  }

  /** Counts and numbers records. */
  private final class EachRecord implements LineParser.Taker {
    private final LogLines log;
    private final boolean holdsSeveral;
    private final Taker taker;
    private final AccessBatch batch = new AccessBatch();
    private int inLine;

    EachRecord(LogLines log, LineParser parser, Taker taker) {
      this.log = log;
      this.holdsSeveral = parser.holdsSeveral();
      this.taker = taker;
    }

    @Override
    public void accepted(AccessLine access) throws IOException {
      count();
      batch.add(access, number());
      if (batch.isFull()) {
        handOn();
      }
    }

    private void handOn() throws IOException {
      int all = batch.size();
      keys.add(batch);
      accepted += batch.size();
      duplicates += all - batch.size();
      taker.accepted(batch);
      batch.clear();
    }

    @Override
    public void rejected(LineRejected why, int start, int end) throws IOException {
      count();
      handOn();
      taker.rejected(
          new Rejected(
              number(),
              holdsSeveral ? why.in("%d行目の%d件目：".formatted(log.number(), inLine)) : why,
              log.buffer(),
              start,
              end));
      rejected++;
    }

    private void count() {
      lines++;
      inLine++;
    }

    private long number() {
      return holdsSeveral ? lines : log.number();
    }
  }

  /** Blank ones left out. */
  long lines() {
    return lines;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  long duplicates() {
    return duplicates;
  }
}
