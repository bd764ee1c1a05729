package jp.renkei.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a warehouse, held by one program at a time. The operating system gives it back
 * when the program ends, however it ends.
 */
public final class Lease implements AutoCloseable {
  /**
   * The leases that this program holds. Asked first, since the operating system would give back the
   * first lock when the second try closes its channel.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private Lease(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
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
    if (!HELD.add(file)) {
      throw taken(warehouse);
    }
    Optional<Lease> lease = Optional.empty();
    try {
      lease = tryTake(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (lease.isEmpty()) {
        HELD.remove(file);
      }
    }
    return lease.orElseThrow(() -> taken(warehouse));
  }

  private static Optional<Lease> tryTake(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Lease(file, channel, lock));
  }

  private static DataProblemException taken(WarehouseFolder warehouse) {
    return new DataProblemException(
        "ウェアハウス " + warehouse.root() + " は別の run が書き込み中です。終わってから、もう一度実行してください。",
        "Cannot write warehouse "
            + warehouse.root()
            + ": another run is writing it. Wait until it has ended, then run again.");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
