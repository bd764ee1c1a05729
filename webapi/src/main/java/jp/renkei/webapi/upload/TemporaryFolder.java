package jp.renkei.webapi.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in the system's temporary one that does not outlive this program for long: while it runs
 * it holds a lock on a file in it, which the operating system gives back however the program ends,
 * and the next program deletes what nobody holds.
 */
final class TemporaryFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final String LOCK = ".lock";

  /** Between making a folder and locking it, it looks like one that was left. */
  private static final Duration BEING_MADE = Duration.ofMinutes(1);

  /** To look at their locks would give them back. */
  private static final Set<Path> OF_THIS_PROGRAM = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel held;

  private TemporaryFolder(Path path, FileChannel held) {
    this.path = path;
    this.held = held;
  }

  /** A new folder, its owner's alone; those of the same prefix that programs left behind go. */
  static TemporaryFolder create(String prefix) {
    try {
      Path path = Files.createTempDirectory(prefix);
      var held =
          FileChannel.open(
              path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      OF_THIS_PROGRAM.add(path);
      held.lock();
      clearLeft(path, prefix);
      return new TemporaryFolder(path, held);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  private static void clearLeft(Path own, String prefix) throws IOException {
    var owner = Files.getOwner(own);
    for (Path other : siblings(own, prefix)) {
      try {
        boolean isOurs =
            Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner);
        if (isOurs && isLeft(other)) {
          delete(other);
          LOG.info("Deleted {}, which a server that was ended had left", other);
        }
      } catch (IOException | UncheckedIOException e) {
        // Another server that starts now deletes it too; else the next start does.
        LOG.warn("Cannot delete {}: {}", other, e.getMessage());
      }
    }
  }

  private static List<Path> siblings(Path own, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(own.getParent())) {
      return all.filter(other -> other.getFileName().toString().startsWith(prefix))
          .filter(other -> !OF_THIS_PROGRAM.contains(other))
          .toList();
    }
  }

  private static boolean isLeft(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    if (!Files.exists(lock)) {
      var made = Files.getLastModifiedTime(folder).toInstant();
      return made.isBefore(Instant.now().minus(BEING_MADE));
    }
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    }
  }

  /** Deletes a folder with what is in it. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    delete(path);
    OF_THIS_PROGRAM.remove(path);
  }
}
