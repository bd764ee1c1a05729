package jp.renkei.jobs.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Sha256;
import jp.renkei.surveys.Problem;

/** Lists what lies in a landing folder, each file with its SHA-256, in the order of paths. */
public final class LandingFolder {
  private final Path root;
  private final KnownHashes known;
  private final List<Path> found = new ArrayList<>();
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

  private LandingFolder(Path root, KnownHashes known) {
    this.root = root;
    this.known = known;
  }

  /**
   * Every file of the folder; hidden files and a README at its root are not submissions. A file or
   * folder that cannot be read is a problem, and the others are listed all the same.
   *
   * @throws DataProblemException when there is no such folder
   */
  public static Landing list(Path landing) {
    return list(landing, KnownHashes.none());
  }

  /** The same, but reads no file whose hash an earlier run left. */
  public static Landing list(Path landing, KnownHashes known) {
    Path root = landing.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new DataProblemException(
          "landing フォルダー "
              + landing
              + " がありません。./renkei sample --out DIR で作るか、--landing で指定してください。",
          "Cannot read landing folder "
              + landing
              + ": there is no such folder. Make one with './renkei sample --out DIR', or name"
              + " yours with --landing.");
    }
    return new LandingFolder(root, known).list();
  }

  private Landing list() {
    var startedAt = Instant.now();
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var files =
        found.stream().sorted().toList().parallelStream()
            .map(this::landed)
            .flatMap(Optional::stream)
            .toList();
    known.keep(files, startedAt);
    return new Landing(
        files, problems.stream().sorted(Comparator.comparing(Problem::file)).toList());
  }

  /** Collects the files that are submissions; what cannot be visited is told. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file) || isReadMe(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        return visitFileFailed(file, new NoSuchFileException(file.toString()));
      }
      if (attributes.isRegularFile()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
      if (!isHidden(file) && !isReadMe(file)) {
        problems.add(LandingProblems.unreadable(pathBelow(file), cause));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException cause) {
      return cause == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, cause);
    }
  }

  private boolean isHidden(Path file) {
    Path name = file.getFileName();
    return !file.equals(root) && name != null && name.toString().startsWith(".");
  }

  private boolean isReadMe(Path file) {
    return root.equals(file.getParent())
        && file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("readme");
  }

  /** Names are UTF-8, whatever the locale says that they are. */
  private String pathBelow(Path file) {
    String path = root.toUri().relativize(file.toUri()).getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private Optional<LandedFile> landed(Path file) {
    String path = pathBelow(file);
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      var modifiedAt = attributes.lastModifiedTime().toInstant();
      var sha256 =
          known.of(path, attributes.size(), modifiedAt).filter(hash -> Files.isReadable(file));
      var landed =
          new LandedFile(
              file.toUri(),
              path,
              sha256.isPresent() ? sha256.get() : Sha256.of(file),
              attributes.size(),
              modifiedAt,
              kindOf(path));
      if (landed.isAsListed()) {
        return Optional.of(landed);
      }
      problems.add(LandingProblems.changedWhileRead(path));
    } catch (IOException e) {
      problems.add(LandingProblems.unreadable(path, e));
    }
    return Optional.empty();
  }

  /** What a file is, by its path below landing. */
  public static SubmissionKind kindOf(String path) {
    String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    return switch (folder) {
      case "register" -> SubmissionKind.REGISTER;
      case "rounds" -> SubmissionKind.ROUND;
      case "surveys" -> SubmissionKind.SURVEY;
      case "receipts" -> SubmissionKind.RECEIPT;
      case "roadmap" -> SubmissionKind.ROADMAP;
      case "targets" -> SubmissionKind.TARGET;
      case "comments" -> SubmissionKind.COMMENT;
      case "corrections" -> SubmissionKind.CORRECTION;
      case "metrics" -> SubmissionKind.METRICS;
      case "summaries" -> SubmissionKind.SUMMARY;
      case "decisions" -> SubmissionKind.DECISION;
      case "gateway" -> path.endsWith("/feed.yaml") ? SubmissionKind.FEED : SubmissionKind.GATEWAY;
      case "foreign_registers" ->
          path.endsWith("/register.yaml")
              ? SubmissionKind.FOREIGN_REGISTER
              : SubmissionKind.FOREIGN_SNAPSHOT;
      default -> SubmissionKind.UNKNOWN;
    };
  }
}
