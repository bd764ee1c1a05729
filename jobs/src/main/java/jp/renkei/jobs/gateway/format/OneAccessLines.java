package jp.renkei.jobs.gateway.format;

import java.io.IOException;

/** Lines of one access each, behind a collector's prefix where one is declared; for one thread. */
final class OneAccessLines implements LineParser {
  private final OneAccessParser parser;
  private final Prefixes prefixes;
  private final AccessLine access = new AccessLine();

  OneAccessLines(OneAccessParser parser, Prefixes prefixes) {
    this.parser = parser;
    this.prefixes = prefixes;
  }

  @Override
  public void parse(byte[] bytes, int start, int end, Taker taker) throws IOException {
    try {
      parser.parse(bytes, prefixes.end(bytes, start, end), end, access);
    } catch (LineRejected e) {
      taker.rejected(e, start, end);
      return;
    }
    taker.accepted(access);
  }
}
