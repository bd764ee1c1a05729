package jp.renkei.webapi.upload;

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
import jp.renkei.webapi.security.Refusal;

/**
 * The files between check and hand-in: two hours at most, of each user the newest five of 20 MB,
 * and no more than this server has room for. They belong to the user, not to the session, so that
 * signing in again finds them.
 */
final class CheckedFiles implements AutoCloseable {
  private static final Duration KEPT = Duration.ofHours(2);
  private static final int MOST_PER_USER = 5;
  private static final long MOST_BYTES_PER_USER = 20L << 20;

  /** Fifty users at their most; then everybody waits until a file goes. */
  private static final long MOST_BYTES = 1L << 30;

  private final TemporaryFolder temporary;
  private final Clock clock;
  private final Map<String, CheckedFile> byKey = new LinkedHashMap<>();
  private final Set<String> sending = new HashSet<>();

  CheckedFiles(Clock clock) {
    this.clock = clock;
    this.temporary = TemporaryFolder.create("renkei-upload-");
  }

  Path folder() {
    return temporary.path();
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
    int count = 0;
    long bytes = 0;
    // The newest first: it is the one that was just sent.
    for (var own : of(file.sender())) {
      count++;
      bytes += own.size();
      if (count > MOST_PER_USER || bytes > MOST_BYTES_PER_USER) {
        forget(own.key());
      }
    }
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
      TemporaryFolder.delete(file.folder());
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

  @Override
  public synchronized void close() {
    byKey.clear();
    temporary.close();
  }
}
