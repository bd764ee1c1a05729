package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.jobs.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is handed in, a check ends, says in Japanese what is wrong, and takes nothing for good.
 */
class HostileSubmissionsTest {
  @TempDir Path folder;

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyHostileFileIsRefusedWithAClearMessage() throws IOException {
    Files.createDirectories(folder.resolve("landing"));
    var files = files(SharedData.path("hostile"));
    assertThat(files).hasSizeGreaterThan(400);
    for (Path file : files) {
      var check = SubmissionCheck.against(folder.resolve("landing"));
      assertTimeout(
          Duration.ofSeconds(10), () -> assertRefused(check.check(file)), () -> file.toString());
    }
  }

  @Test
  void andLikewiseUnderTheNameOfAForm() throws IOException {
    Path surveys = Files.createDirectories(folder.resolve("landing/surveys"));
    for (Path file : files(SharedData.path("hostile"))) {
      Path named = Files.copy(file, surveys.resolve("form.xlsx"));
      var check = SubmissionCheck.against(folder.resolve("landing"));
      assertTimeout(
          Duration.ofSeconds(10), () -> assertRefused(check.check(named)), () -> file.toString());
      Files.delete(named);
    }
  }

  private static void assertRefused(CheckedFile checked) {
    assertThat(checked.hasErrors()).as(checked.file()).isTrue();
    for (var finding : checked.findings()) {
      assertThat(finding.problem().japanese())
          .as(checked.file())
          .containsPattern("[ぁ-ん]")
          .doesNotContain("Exception", "\n");
      assertThat(finding.problem().remedy().ja()).as(checked.file()).isNotBlank();
    }
  }
}
