package jp.renkei.jobs.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A folder being written under another name, so that an interrupted writing leaves none that looks
 * complete: a neighbour {@code <folder>.part} is renamed; in a folder that is there already, empty,
 * {@code .part} is emptied into it.
 *
 * @param part where to write until then; it holds a mark that tells it from a folder of the user's
 */
record UnfinishedFolder(Path folder, Path part) {
  private static final String PART = ".part";
  private static final String MARK = ".unfinished";

  /** Makes the other folder, in place of one that was left behind. */
  static UnfinishedFolder begin(Path folder) {
    try {
      boolean isThere = Files.exists(folder);
      Path absolute = folder.toAbsolutePath().normalize();
      Path part =
          isThere ? absolute.resolve(PART) : absolute.resolveSibling(absolute.getFileName() + PART);
      if (isThere && !children(absolute).stream().allMatch(part::equals)) {
        throw refused(folder + " is not empty, expected an empty or missing folder");
      }
      if (Files.exists(part)) {
        boolean isOurs = Files.exists(part.resolve(MARK)) || children(part).isEmpty();
        if (!isOurs) {
          throw refused(part + " is in the way; move it elsewhere");
        }
        delete(part);
      }
      Files.createDirectories(part);
      Files.createFile(part.resolve(MARK));
      return new UnfinishedFolder(absolute, part);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Gives the complete folder its name. */
  void finish() {
    try {
      if (Files.exists(folder)) {
        for (Path child : children(part)) {
          if (!child.endsWith(MARK)) {
            Files.move(child, folder.resolve(child.getFileName()));
          }
        }
        delete(part);
      } else {
        Files.move(part, folder);
        Files.delete(folder.resolve(MARK));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException("Cannot write a sample world: " + reason);
  }
}
