package jp.renkei.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that lie beside the project, under {@code ../shared/data}; tests say when they skip.
 */
public final class SharedData {
  private SharedData() {}

  /** A file or folder below {@code ../shared/data}; skips the test when it is missing. */
  public static Path path(String name) {
    Path path = Path.of("../../shared/data", name);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "Skipped: " + path.toAbsolutePath().normalize() + " is missing.");
    return path;
  }
}
