package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The keys of the accesses of one part of a log file, on disk in {@value #RANGES} ranges, so that
 * files of any size are compared with little memory. Sixteen bytes an access; found by {@link
 * AccessKeyFolder}.
 *
 * @param beginMicros the earliest event
 * @param endMicros the latest event
 * @param starts where each range begins, in keys, and where the last ends
 */
record AccessKeyFile(Path path, long beginMicros, long endMicros, int[] starts) {
  static final int RANGES = 256;

  private static final int HEADER_BYTES = 2 * Long.BYTES + (RANGES + 1) * Integer.BYTES;
  private static final int KEY_BYTES = 2 * Long.BYTES;

  /** Writes the keys, all or nothing. */
  static void write(Path path, AccessKeys keys) throws IOException {
    int[] starts = new int[RANGES + 1];
    keys.forEach((first, second) -> starts[range(first) + 1]++);
    for (int range = 0; range < RANGES; range++) {
      starts[range + 1] += starts[range];
    }
    var bytes =
        ByteBuffer.allocate(
            Math.addExact(HEADER_BYTES, Math.multiplyExact(keys.size(), KEY_BYTES)));
    bytes.putLong(keys.beginMicros()).putLong(keys.endMicros());
    for (int start : starts) {
      bytes.putInt(start);
    }
    var places = starts.clone();
    var numbers = bytes.slice().asLongBuffer();
    keys.forEach(
        (first, second) -> {
          int place = places[range(first)]++ * 2;
          numbers.put(place, first).put(place + 1, second);
        });
    Files.createDirectories(path.getParent());
    Path unfinished = Files.createTempFile(path.getParent(), "unfinished-", ".tmp");
    Files.write(unfinished, bytes.array());
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The first eight bits: spread evenly, and others than those that a hash table goes by. */
  private static int range(long first) {
    return (int) (first >>> 56);
  }

  static AccessKeyFile open(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      var header = read(channel, 0, HEADER_BYTES);
      long begin = header.getLong();
      long end = header.getLong();
      int[] starts = new int[RANGES + 1];
      header.asIntBuffer().get(starts);
      return new AccessKeyFile(path, begin, end, starts);
    }
  }

  /** Which part of its log it is of, from 0. */
  int part() {
    return AccessKeyFolder.partOf(path);
  }

  boolean overlaps(AccessKeyFile other) {
    return beginMicros <= other.endMicros && other.beginMicros <= endMicros;
  }

  /** The keys of a range: first and second number, in turn. */
  LongBuffer range(FileChannel channel, int range) throws IOException {
    long start = HEADER_BYTES + (long) starts[range] * KEY_BYTES;
    return read(channel, start, (starts[range + 1] - starts[range]) * KEY_BYTES).asLongBuffer();
  }

  private static ByteBuffer read(FileChannel channel, long start, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new IOException("A file of access keys ends early");
      }
    }
    return bytes.flip();
  }
}
