package jp.renkei.webapi.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.webapi.security.Refusal;

/**
 * The files between check and hand-in: two hours at most, five a user, and no more than this server
 * has room for. They belong to the user, not to the session, so that signing in again finds them.
 */
final class CheckedFiles implements AutoCloseable {
  private static final Duration KEPT = Duration.ofHours(2);
  private static final int MOST_PER_USER = 5;
  private static final long MOST_BYTES = 200L << 20;

  private final Path folder;
  private final Clock clock;
  private final Map<String, CheckedFile> byKey = new LinkedHashMap<>();
  private final Set<String> sending = new HashSet<>();

  CheckedFiles(Clock clock) {
    this.clock = clock;
    try {
      // A new temporary folder is its owner's alone.
      this.folder = Files.createTempDirectory("renkei-upload-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Lets a user send one file at a time; {@link #ended} when it is done. */
  synchronized void began(String user) {
    forgetOld();
    long held = byKey.values().stream().mapToLong(CheckedFile::size).sum();
    if (held > MOST_BYTES || !sending.add(user)) {
      throw new Refusal(Refusal.Kind.BUSY);
    }
  }

  synchronized void ended(String user) {
    sending.remove(user);
  }

  synchronized void keep(CheckedFile file) {
    byKey.put(file.key(), file);
    var own = of(file.sender());
    own.stream().skip(MOST_PER_USER).forEach(old -> forget(old.key()));
  }

  /** The file of an address. */
  synchronized Optional<CheckedFile> find(String key) {
    forgetOld();
    return Optional.ofNullable(byKey.get(key));
  }

  /** A user's files, the newest first. */
  synchronized List<CheckedFile> of(String user) {
    forgetOld();
    return byKey.values().stream()
        .filter(file -> file.sender().equals(user))
        .sorted(Comparator.comparing(CheckedFile::sentAt).reversed())
        .toList();
  }

  synchronized void forget(String key) {
    var file = byKey.remove(key);
    if (file != null) {
      delete(file.folder());
    }
  }

  private void forgetOld() {
    var earliest = clock.instant().minus(KEPT);
    byKey.values().stream()
        .filter(file -> file.sentAt().isBefore(earliest))
        .map(CheckedFile::key)
        .toList()
        .forEach(this::forget);
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
  public synchronized void close() {
    byKey.clear();
    delete(folder);
  }
}
