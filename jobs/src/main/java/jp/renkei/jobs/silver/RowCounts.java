package jp.renkei.jobs.silver;

/** The rows of a file or unit; always {@code accepted + rejected + duplicates = lines}. */
record RowCounts(long lines, long accepted, long rejected, long duplicates) {
  static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

  static RowCounts allOrNothing(long lines, boolean isAccepted) {
    return new RowCounts(lines, isAccepted ? lines : 0, isAccepted ? 0 : lines, 0);
  }
}
