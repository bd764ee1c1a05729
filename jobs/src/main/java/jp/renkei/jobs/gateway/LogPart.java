package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a log file that one task reads: of most files all.
 *
 * @param index from 0, in the order of the file
 * @param start the place of its first byte
 * @param end behind its last line end
 * @param linesBefore those of the file that stand before it, blank ones counted
 */
record LogPart(GatewayFile file, int index, long start, long end, long linesBefore)
    implements Serializable {
  /** Files larger than this are read by several tasks: 256 MiB. */
  static final long LARGEST = 256L << 20;

  private static final int PIECE = 1 << 20;

  static LogPart whole(GatewayFile file) {
    return new LogPart(file, 0, 0, Long.MAX_VALUE, 0);
  }

  long sizeBytes() {
    return Math.min(end, file.file().sizeBytes()) - start;
  }

  /**
   * Splits a file at line ends. An archive is one part, since it can be read from its start only;
   * so is a log of a format whose lines hold several records, which are numbered through the file.
   *
   * @throws IOException when the file cannot be read
   */
  static List<LogPart> of(GatewayFile file, long largest) throws IOException {
    var log = file.file();
    if (log.sizeBytes() <= largest || LogName.isGzip(log.path()) || file.holdsSeveral()) {
      return List.of(whole(file));
    }
    return split(file, log.file(), largest);
  }

  private static List<LogPart> split(GatewayFile file, Path path, long largest) throws IOException {
    var parts = new ArrayList<LogPart>();
    var piece = ByteBuffer.allocate(PIECE);
    long start = 0;
    long linesBefore = 0;
    long lines = 0;
    long place = 0;
    try (var channel = FileChannel.open(path)) {
      while (channel.read(piece.clear()) >= 0) {
        byte[] bytes = piece.array();
        for (int index = 0; index < piece.position(); index++) {
          if (bytes[index] == '\n') {
            lines++;
            long next = place + index + 1;
            if (next - start >= largest) {
              parts.add(new LogPart(file, parts.size(), start, next, linesBefore));
              start = next;
              linesBefore = lines;
            }
          }
        }
        place += piece.position();
      }
    }
    if (start < place) {
      parts.add(new LogPart(file, parts.size(), start, place, linesBefore));
    }
    return parts;
  }
}
