package jp.renkei.jobs.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The lines of one log file, plain or gzip (concatenated members too), in pieces. Only a line feed
 * ends a line; one carriage return before it belongs to the line end. A byte order mark at the
 * start of the file is passed over.
 */
final class LogLines implements Closeable {
  /** Small, so that little is lost behind the place where an archive is damaged. */
  private static final int GZIP_PIECE = 16 << 10;

  private static final int PLAIN_PIECE = 256 << 10;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EIGHT_ONES = 0x0101010101010101L;
  private static final long EIGHT_HIGH_BITS = 0x8080808080808080L;
  private static final long EIGHT_LINE_FEEDS = EIGHT_ONES * '\n';

  private final InputStream stream;
  private final boolean isGzip;
  private final int piece;
  private final int longest;
  private byte[] buffer;
  private int filled;
  private int next;
  private int start;
  private int end;
  private long number;
  private boolean isTooLong;
  private boolean isAtEnd;

  private LogLines(InputStream stream, boolean isGzip, int longest, long linesBefore) {
    this.number = linesBefore;
    this.stream = stream;
    this.isGzip = isGzip;
    this.piece = isGzip ? GZIP_PIECE : PLAIN_PIECE;
    this.longest = longest;
    this.buffer = new byte[2 * piece];
  }

  /** Opens a whole log. */
  static LogLines open(Path file, int longest) throws IOException {
    return open(file, longest, 0, Long.MAX_VALUE, 0);
  }

  /** Opens what one task reads. */
  static LogLines open(LogPart part, int longest) throws IOException {
    return open(part.file().file().file(), longest, part.start(), part.end(), part.linesBefore());
  }

  /**
   * Opens a log.
   *
   * @param longest in bytes; longer lines are told, not read
   * @throws UnreadableLogException when the file cannot be opened; {@link #next()} too may throw it
   * @throws DamagedArchiveException when it ends in {@code .gz} and is none; {@link #next()} too
   */
  private static LogLines open(Path file, int longest, long start, long end, long linesBefore)
      throws IOException {
    InputStream stream = new LogBytes(file, start, end);
    if (!LogName.isGzip(file.getFileName().toString()) || Files.size(file) == 0) {
      return new LogLines(stream, false, longest, linesBefore);
    }
    try {
      return new LogLines(new GzipCompressorInputStream(stream, true), true, longest, 0);
    } catch (IOException e) {
      stream.close();
      throw ofArchive(e);
    }
  }

  /** What the disk refuses is no damage of the archive. */
  private static IOException ofArchive(IOException e) {
    return e instanceof UnreadableLogException ? e : new DamagedArchiveException(e);
  }

  /** Goes to the next line; false behind the last one. */
  boolean next() throws IOException {
    isTooLong = false;
    start = next;
    int from = start;
    while (true) {
      int feed = indexOfLineFeed(from);
      if (feed >= 0) {
        take(feed, feed + 1);
        return true;
      }
      if (filled - start > longest) {
        skipLongLine();
        return true;
      }
      int scanned = filled - start;
      if (!fill()) {
        if (filled == start) {
          return false;
        }
        take(filled, filled);
        return true;
      }
      from = start + scanned;
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  /** Behind the last byte of the line, without its line end. */
  int end() {
    return end;
  }

  /** From 1, blank lines counted. */
  long number() {
    return number;
  }

  /** The line is longer than the longest: only its beginning is there. */
  boolean isTooLong() {
    return isTooLong;
  }

  boolean isBlank() {
    for (int place = start; place < end; place++) {
      if (buffer[place] != ' ' && buffer[place] != '\t' && buffer[place] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void take(int lineEnd, int nextLine) {
    number++;
    next = nextLine;
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (number == 1
        && end - start >= 3
        && buffer[start] == (byte) 0xEF
        && buffer[start + 1] == (byte) 0xBB
        && buffer[start + 2] == (byte) 0xBF) {
      start += 3;
    }
    isTooLong |= end - start > longest;
  }

  private void skipLongLine() throws IOException {
    byte[] beginning = Arrays.copyOfRange(buffer, start, start + 4_000);
    while (true) {
      int feed = indexOfLineFeed(start);
      if (feed >= 0) {
        next = feed + 1;
        break;
      }
      start = filled;
      if (!fill()) {
        next = filled;
        break;
      }
    }
    number++;
    isTooLong = true;
    // What was read is behind us: its place holds the beginning of the line.
    byte[] rest = Arrays.copyOfRange(buffer, next, filled);
    buffer = new byte[Math.max(2 * piece, beginning.length + rest.length)];
    System.arraycopy(beginning, 0, buffer, 0, beginning.length);
    System.arraycopy(rest, 0, buffer, beginning.length, rest.length);
    start = 0;
    end = beginning.length;
    next = end;
    filled = end + rest.length;
  }

  private int indexOfLineFeed(int from) {
    byte[] bytes = buffer;
    int place = from;
    for (; place + Long.BYTES <= filled; place += Long.BYTES) {
      long differing = (long) EIGHT_BYTES.get(bytes, place) ^ EIGHT_LINE_FEEDS;
      long zeroes = (differing - EIGHT_ONES) & ~differing & EIGHT_HIGH_BITS;
      if (zeroes != 0) {
        // Of the bits, that of the first zero is always right.
        return place + (Long.numberOfTrailingZeros(zeroes) >> 3);
      }
    }
    for (; place < filled; place++) {
      if (bytes[place] == '\n') {
        return place;
      }
    }
    return -1;
  }

  /** Reads one more piece behind what there is; false at the end of the file. */
  private boolean fill() throws IOException {
    if (isAtEnd) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    }
    if (buffer.length - filled < piece) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = read();
    isAtEnd = read < 0;
    filled += Math.max(read, 0);
    return !isAtEnd;
  }

  private int read() throws IOException {
    try {
      return stream.read(buffer, filled, piece);
    } catch (IOException e) {
      throw isGzip ? ofArchive(e) : e;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
