package jp.renkei.jobs.gateway.format;

/** Reads a line that holds one access; for one thread. */
interface OneAccessParser {
  /**
   * Reads the bytes of one line, without its line end.
   *
   * @param access is cleared and filled
   * @throws LineRejected when the line cannot be accepted; {@code access} must then not be used
   */
  void parse(byte[] bytes, int start, int end, AccessLine access) throws LineRejected;
}
