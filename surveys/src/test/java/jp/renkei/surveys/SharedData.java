package jp.renkei.surveys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of test data beside the project; a test that needs it says so when it is missing. */
final class SharedData {
  private SharedData() {}

  static Path folder(String below) {
    Path root = Path.of("..", "..", "shared", "data").resolve(below);
    assumeTrue(Files.isDirectory(root), () -> "skipped: no test data at " + root);
    return root;
  }

  static List<Path> files(String below) {
    try (var tree = Files.walk(folder(below))) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
