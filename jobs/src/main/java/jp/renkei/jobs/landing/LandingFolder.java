package jp.renkei.jobs.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Sha256;

/** Lists what lies in a landing folder, each file with its SHA-256, in the order of paths. */
public final class LandingFolder {
  private LandingFolder() {}

  /**
   * Every file of the folder; hidden files and a README at its root are not submissions.
   *
   * @throws DataProblemException when there is no such folder
   */
  public static List<LandedFile> files(Path landing) {
    Path root = landing.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new DataProblemException(
          "Cannot read landing folder "
              + landing
              + ": there is no such folder. Make one with './renkei sample --out DIR', or name"
              + " yours with --landing.");
    }
    try (Stream<Path> tree = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return tree
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(root.relativize(file)))
          .filter(file -> !isReadMe(root.relativize(file)))
          .sorted()
          .toList()
          .parallelStream()
          .map(file -> landed(root, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReadMe(Path relative) {
    return relative.getNameCount() == 1
        && relative.toString().toLowerCase(Locale.ROOT).startsWith("readme");
  }

  private static LandedFile landed(Path root, Path file) {
    String path = root.relativize(file).toString().replace('\\', '/');
    try {
      return new LandedFile(root.toString(), path, Sha256.of(file), Files.size(file), kindOf(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file is, by its path below landing. */
  public static SubmissionKind kindOf(String path) {
    String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    return switch (folder) {
      case "register" -> SubmissionKind.REGISTER;
      case "rounds" -> SubmissionKind.ROUND;
      case "surveys" -> SubmissionKind.SURVEY;
      case "roadmap" -> SubmissionKind.ROADMAP;
      case "targets" -> SubmissionKind.TARGET;
      case "comments" -> SubmissionKind.COMMENT;
      case "decisions" -> SubmissionKind.DECISION;
      case "gateway" -> path.endsWith("/feed.yaml") ? SubmissionKind.FEED : SubmissionKind.GATEWAY;
      default -> SubmissionKind.UNKNOWN;
    };
  }
}
