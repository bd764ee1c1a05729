package jp.renkei.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.renkei.surveys.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One file that cannot be read keeps no other one out. */
class LandingFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void placeAFile() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("surveys")).resolve("a.csv"), "a");
  }

  private static void listsTheOthers(Landing landing, String path, String found) {
    assertThat(landing.files()).extracting(LandedFile::path).containsExactly("surveys/a.csv");
    assertThat(landing.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(path);
              assertThat(problem.reason()).isEqualTo(Problem.Reason.UNREADABLE);
              assertThat(problem.found()).contains(found);
              assertThat(problem.japanese()).contains("もう一度 run を実行してください");
            });
  }

  @Test
  void tellsALinkThatLeadsBack() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    listsTheOthers(LandingFolder.list(folder), "loop", "リンク");
  }

  @Test
  void tellsALinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("surveys/b.csv"), Path.of("gone.csv"));
    listsTheOthers(LandingFolder.list(folder), "surveys/b.csv", "存在しない");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsAFileThatCannotBeRead() throws IOException {
    // Its first byte cannot be read by anybody, the superuser included.
    Files.createSymbolicLink(folder.resolve("surveys/b.csv"), Path.of("/proc/self/mem"));
    listsTheOthers(LandingFolder.list(folder), "surveys/b.csv", "読み取りエラー");
  }

  @Test
  void passesHiddenFilesAndTheReadmeOver() throws IOException {
    Files.createSymbolicLink(folder.resolve(".loop"), Path.of("."));
    Files.writeString(folder.resolve("README.txt"), "x");
    Files.writeString(Files.createDirectory(folder.resolve(".git")).resolve("b"), "x");
    assertThat(LandingFolder.list(folder).problems()).isEmpty();
    assertThat(LandingFolder.list(folder).files()).hasSize(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsAJapaneseNameWhereTheLocaleIsNotUtf8() throws Exception {
    Files.move(folder.resolve("surveys/a.csv"), folder.resolve("surveys/調査票A.csv"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InAnotherLocale.class.getName(),
                folder.toString())
            .redirectErrorStream(true);
    process.environment().put("LC_ALL", "C");
    var running = process.start();
    String told = new String(running.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(running.waitFor()).as(told).isZero();
    assertThat(told.strip()).isEqualTo("surveys/\\u8abf\\u67fb\\u7968A.csv SURVEY true");
  }

  /** Lists a landing folder in plain ASCII. */
  static final class InAnotherLocale {
    private InAnotherLocale() {}

    public static void main(String[] arguments) throws IOException {
      for (var file : LandingFolder.list(Path.of(arguments[0])).files()) {
        String content = Files.readString(file.file());
        var line = file.path() + " " + file.kind() + " " + content.equals("a");
        line.chars()
            .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
            .forEach(System.out::print);
      }
    }
  }
}
