package jp.renkei.surveys.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads hostile files in a process with 256 MB of heap: none may crash it or take ten seconds. What
 * comes of each stands in a text that a person can read; {@code -Dgolden.update=true} remakes it.
 */
class HostileWorkbooksTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final int LONGEST_MILLIS = 10_000;

  @TempDir private Path folder;

  @Test
  void refusesWhatWeBuiltOurselvesWithAPlainReason() throws Exception {
    Path files = Files.createDirectory(folder.resolve("files"));
    for (Map.Entry<String, byte[]> file : HostileWorkbooks.all().entrySet()) {
      Files.write(files.resolve(file.getKey()), file.getValue());
    }
    assertKept("built-workbooks.txt", outcomes(files));
  }

  @Test
  void readsOrRefusesEveryFileOfTheCollections() throws Exception {
    Path collections = Path.of("../../shared/data/hostile");
    assumeTrue(Files.isDirectory(collections), () -> "skipped: no test data at " + collections);
    assertKept("collected-files.txt", outcomes(collections));
  }

  /** What came of each file; fails when one took too long, or all too much memory. */
  private List<String> outcomes(Path files) throws Exception {
    Path told = folder.resolve("told.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ReadingOutcomes.class.getName(),
                told.toString(),
                files.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    boolean hasEnded = process.waitFor(5, TimeUnit.MINUTES);
    if (!hasEnded) {
      process.destroyForcibly();
    }
    assertThat(hasEnded).as(() -> output()).isTrue();
    assertThat(process.exitValue()).as(() -> output()).isZero();
    var outcomes = new ArrayList<String>();
    for (String line : Files.readAllLines(told)) {
      String[] parts = line.split("\t", 4);
      assertThat(Integer.parseInt(parts[0])).as(parts[2]).isLessThan(LONGEST_MILLIS);
      assertThat(Integer.parseInt(parts[1])).as(parts[2]).isLessThan(LONGEST_MILLIS);
      boolean isForeign = parts[2].contains("/") && !parts[2].matches("workbooks/.*|.*\\.xlsx");
      if (isForeign) {
        // Neither a workbook nor called one: that it was told so is enough.
        assertThat(parts[3]).as(parts[2]).matches("(OTHER_FORMAT|EMPTY_FILE) .*");
        continue;
      }
      outcomes.add(parts[2] + "\n    " + parts[3]);
    }
    return outcomes;
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void assertKept(String name, List<String> outcomes) throws IOException {
    Path kept = GOLDEN.resolve(name);
    String text = String.join("\n", outcomes) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(kept, text);
    }
    assertThat(kept).as("%s; remake it with -Dgolden.update=true", name).hasContent(text);
  }
}
