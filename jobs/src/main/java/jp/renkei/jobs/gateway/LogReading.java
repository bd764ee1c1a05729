package jp.renkei.jobs.gateway;

import java.io.IOException;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.LineParser;
import jp.renkei.jobs.gateway.format.LineRejected;
import jp.renkei.jobs.gateway.format.RejectReason;

/**
 * One pass over the lines of one log, each counted once: {@code accepted + rejected + duplicates =
 * lines}. For one thread.
 */
final class LogReading {
  /** Takes what a line turns out to be. */
  interface Taker {
    void accepted(AccessLine access, long number) throws IOException;

    void rejected(LogLines lines, LineRejected why) throws IOException;
  }

  private long lines;
  private long accepted;
  private long rejected;
  private long duplicates;

  void read(LogLines log, LineParser parser, Taker taker) throws IOException {
    var access = new AccessLine();
    var keys = new AccessKeys();
    while (log.next()) {
      if (log.isBlank()) {
        continue;
      }
      lines++;
      try {
        if (log.isTooLong()) {
          throw new LineRejected(RejectReason.TOO_LONG, "1MiBを超える行", "1MiB以内の行");
        }
        parser.parse(log.buffer(), log.start(), log.end(), access);
        if (keys.add(access)) {
          taker.accepted(access, log.number());
          accepted++;
        } else {
          duplicates++;
        }
      } catch (LineRejected e) {
        taker.rejected(log, e);
        rejected++;
      }
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
