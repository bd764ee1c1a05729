package jp.renkei.jobs.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a part of a log file, where a fault of the file is told apart from one of what it
 * holds.
 */
final class LogBytes extends FilterInputStream {

  private long left;

  /** The bytes from a place to the one before another, or to the file's end. */
  LogBytes(Path file, long start, long end) throws UnreadableLogException {
    super(open(file, start));
    left = end - start;
  }

  private static InputStream open(Path file, long start) throws UnreadableLogException {
    try {
      var channel = Files.newByteChannel(file);
      return Channels.newInputStream(channel.position(start));
    } catch (IOException e) {
      throw new UnreadableLogException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    try {
      int read = super.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    } catch (IOException e) {
      throw new UnreadableLogException(e);
    }
  }
}
