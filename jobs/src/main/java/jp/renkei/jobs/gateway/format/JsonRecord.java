package jp.renkei.jobs.gateway.format;

import java.util.BitSet;

/** One record of a line of several; used again for the next line. */
final class JsonRecord {
  final AccessLine access = new AccessLine();

  /** Why it cannot be accepted, or null. */
  LineRejected why;

  /** It turned out to hold records, and is none. */
  boolean isWrapper;

  /** Of its bytes in the line. */
  int start;

  /** Behind its bytes; -1 while it is read. */
  int end;

  void open(int offset) {
    access.clear();
    why = null;
    isWrapper = false;
    start = offset;
    end = -1;
  }

  void close(int offset) {
    end = offset;
  }

  boolean isOpen() {
    return end < 0;
  }

  /** Refuses the record if a bad byte is in it; those are then told. */
  void refuseBytes(BitSet bad) {
    int first = bad.nextSetBit(start);
    if (first >= 0 && first < end) {
      why = new LineRejected(RejectReason.NOT_UTF8, "UTF-8でないバイト、又はNUL", "UTF-8の文字");
      bad.clear(start, end);
    }
  }
}
