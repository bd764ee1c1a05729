package jp.renkei.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write a warehouse, held by one program at a time. The operating system gives it back
 * when the program ends, however it ends.
 */
public final class Lease implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private Lease(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lease.
   *
   * @throws DataProblemException when another program holds it
   */
  public static Lease take(WarehouseFolder warehouse) {
    Path file = warehouse.lease();
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new DataProblemException(
            "Cannot write warehouse "
                + warehouse.root()
                + ": another run is writing it. Wait until it has ended, then run again.");
      }
      return new Lease(channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this program, which is as good as another program.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
