package jp.renkei.jobs.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a log file, where a fault of the file is told apart from one of what it holds. */
final class LogBytes extends FilterInputStream {

  LogBytes(Path file) throws UnreadableLogException {
    super(open(file));
  }

  private static InputStream open(Path file) throws UnreadableLogException {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UnreadableLogException(e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new UnreadableLogException(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException e) {
      throw new UnreadableLogException(e);
    }
  }
}
