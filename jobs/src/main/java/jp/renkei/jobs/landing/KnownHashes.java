package jp.renkei.jobs.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The SHA-256 of files that were hashed in an earlier run, so that a day's run does not read all
 * logs that ever came. A hash is known again while path, size and time of the last change are the
 * same, and only if that time lay well before the hash was taken: a file written once more within
 * the clock's resolution would look the same. Losing the file, or half of it, costs time only.
 */
public final class KnownHashes {
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final int PARTS = 4;

  private final Map<String, Entry> known;
  private final Optional<Path> file;

  private record Entry(String sha256, long sizeBytes, Instant modifiedAt) {}

  private KnownHashes(Map<String, Entry> known, Optional<Path> file) {
    this.known = known;
    this.file = file;
  }

  /** Knows nothing and keeps nothing. */
  public static KnownHashes none() {
    return new KnownHashes(Map.of(), Optional.empty());
  }

  /** What an earlier run left in a file, which need not be there. */
  public static KnownHashes in(Path file) {
    var known = new HashMap<String, Entry>();
    try {
      for (var line : Files.readAllLines(file)) {
        var parts = line.split("\t", PARTS);
        if (parts.length == PARTS && parts[0].matches("[0-9a-f]{64}")) {
          known.put(
              parts[3], new Entry(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2])));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Missing or not ours: every file is hashed anew.
      known.clear();
    }
    return new KnownHashes(known, Optional.of(file));
  }

  /** The hash of a file that is as it was; empty when it has to be taken. */
  Optional<String> of(String path, long sizeBytes, Instant modifiedAt) {
    return Optional.ofNullable(known.get(path))
        .filter(entry -> entry.sizeBytes() == sizeBytes && entry.modifiedAt().equals(modifiedAt))
        .map(Entry::sha256);
  }

  /**
   * Keeps the hashes for the next run.
   *
   * @param startedAt before any of them was taken
   */
  void keep(List<LandedFile> files, Instant startedAt) {
    if (file.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    for (var one : files) {
      if (one.modifiedAt().isBefore(startedAt.minus(SETTLED)) && !one.path().contains("\n")) {
        text.append(one.sha256())
            .append('\t')
            .append(one.sizeBytes())
            .append('\t')
            .append(one.modifiedAt())
            .append('\t')
            .append(one.path())
            .append('\n');
      }
    }
    try {
      Path fresh = file.get().resolveSibling(file.get().getFileName() + ".new");
      Files.createDirectories(fresh.getParent());
      Files.writeString(fresh, text);
      Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
