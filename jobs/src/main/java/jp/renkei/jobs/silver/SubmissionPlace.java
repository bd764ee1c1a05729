package jp.renkei.jobs.silver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.metrics.MetricsFile;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.CsvFile;

/**
 * Where in landing a file lies, or would lie: by its path, else by its name, else by its header.
 *
 * @param path below landing
 * @param isGiven whether its path says it; else it is a guess
 */
record SubmissionPlace(String path, SubmissionKind kind, boolean isGiven) {
  private static final int GATEWAY_DEPTH = 4;
  private static final int STATED_DEPTH = 3;
  private static final int BEGINNING = 4096;
  private static final List<String> LOG_ENDINGS = List.of(".jsonl", ".json", ".log", ".gz");

  private static final List<String> TABLE_ENDINGS = List.of(".csv", ".xlsx", ".xls");

  static SubmissionPlace of(Path landing, Path file, byte[] beginning) {
    return byPath(landing.toAbsolutePath().normalize(), file.toAbsolutePath().normalize())
        .orElseGet(
            () -> {
              String name = file.getFileName().toString();
              return byMetrics(name, beginning)
                  .or(() -> byName(name))
                  .or(() -> byHeader(name, beginning))
                  .or(() -> besideFeed(file))
                  .orElseGet(() -> guess("surveys/" + name));
            });
  }

  /** What is no table and lies beside a feed.yaml is meant for a log, whatever its ending. */
  private static Optional<SubmissionPlace> besideFeed(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean isTable = TABLE_ENDINGS.stream().anyMatch(name::endsWith);
    return !isTable && Files.exists(file.resolveSibling("feed.yaml"))
        ? Optional.of(guess("gateway/" + file.getFileName()))
        : Optional.empty();
  }

  /**
   * Whether the file is a log, of which only the lines are read, however large it is. A {@code
   * .json} is none where its place, or else its beginning, says that it holds stated figures.
   */
  static boolean isLog(Path landing, Path file) throws IOException {
    return hasLogEnding(file) && !isMetrics(landing, file);
  }

  private static boolean hasLogEnding(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return LOG_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isMetrics(Path landing, Path file) throws IOException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      return false;
    }
    var place = byPath(landing.toAbsolutePath().normalize(), file.toAbsolutePath().normalize());
    if (place.isPresent()) {
      return place.get().kind() == SubmissionKind.METRICS;
    }
    try (var in = Files.newInputStream(file)) {
      return MetricsFile.isLikely(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8));
    }
  }

  private static Optional<SubmissionPlace> byPath(Path landing, Path file) {
    if (file.startsWith(landing)) {
      return Optional.of(given(landing.relativize(file).toString().replace('\\', '/')));
    }
    int names = file.getNameCount();
    var candidates = Stream.of(2, STATED_DEPTH, GATEWAY_DEPTH).filter(depth -> depth <= names);
    return candidates
        .map(depth -> file.subpath(names - depth, names).toString().replace('\\', '/'))
        .map(SubmissionPlace::given)
        .filter(place -> place.kind() != SubmissionKind.UNKNOWN)
        .filter(place -> place.path().split("/").length == depthOf(place.kind()))
        .findFirst();
  }

  private static int depthOf(SubmissionKind kind) {
    return switch (kind) {
      case GATEWAY, FEED -> GATEWAY_DEPTH;
      case METRICS, SUMMARY -> STATED_DEPTH;
      default -> 2;
    };
  }

  private static SubmissionPlace given(String path) {
    return new SubmissionPlace(path, LandingFolder.kindOf(path), true);
  }

  private static SubmissionPlace guess(String path) {
    return new SubmissionPlace(path, LandingFolder.kindOf(path), false);
  }

  private static Optional<SubmissionPlace> byMetrics(String name, byte[] content) {
    String beginning =
        new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.UTF_8);
    return name.toLowerCase(Locale.ROOT).endsWith(".json") && MetricsFile.isLikely(beginning)
        ? Optional.of(guess("metrics/-/" + name))
        : Optional.empty();
  }

  private static Optional<SubmissionPlace> byName(String name) {
    if (name.endsWith(".zip")) {
      return Optional.of(guess("summaries/-/" + name));
    }
    if (name.equals("feed.yaml")) {
      return Optional.of(guess("gateway/feed.yaml"));
    }
    if (name.endsWith(".yaml")) {
      return Optional.of(guess("rounds/" + name));
    }
    return hasLogEnding(Path.of(name)) ? Optional.of(guess("gateway/" + name)) : Optional.empty();
  }

  /** The kind whose columns a header has most of; empty where it has none of any. */
  private static Optional<SubmissionPlace> byHeader(String name, byte[] content) {
    var columns = Set.copyOf(CsvFile.read(name, content).columns().stream().distinct().toList());
    String path = "surveys/" + name;
    double best = likeness(columns, Set.copyOf(AnswerFile.COLUMNS));
    for (var register : RegisterFile.ALL_KINDS) {
      double likeness = likeness(columns, register.columns().keySet());
      if (likeness > best) {
        best = likeness;
        path = register.path().endsWith("/") ? register.path() + name : register.path();
      }
    }
    return best > 0 ? Optional.of(guess(path)) : Optional.empty();
  }

  private static double likeness(Set<String> found, Set<String> expected) {
    var shared = new HashSet<>(found);
    shared.retainAll(expected);
    var all = new HashSet<>(found);
    all.addAll(expected);
    return (double) shared.size() / all.size();
  }
}
