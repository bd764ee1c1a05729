package jp.renkei.jobs.gateway.format;

import java.io.IOException;

/** Reads one line of a log, which holds one access or several; for one thread. */
public interface LineParser {
  /** Longer lines are not read. */
  int LONGEST_LINE = 1 << 20;

  /** Takes what a line turns out to hold, in its order. */
  interface Taker {
    /**
     * One access.
     *
     * @param access is filled again for the next one
     */
    void accepted(AccessLine access) throws IOException;

    /**
     * What cannot be accepted: the line, one record of it, or what follows the place where it
     * breaks.
     *
     * @param start of its bytes; end is behind them
     */
    void rejected(LineRejected why, int start, int end) throws IOException;
  }

  /** Reads the bytes of one line, without its line end; {@code taker} is told at least once. */
  void parse(byte[] bytes, int start, int end, Taker taker) throws IOException;

  /** Whether a line may hold several records, so that a line's number is no access's. */
  default boolean holdsSeveral() {
    return false;
  }

  /** In bytes; what is longer is not read. */
  default int longestLine() {
    return LONGEST_LINE;
  }
}
