package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import jp.renkei.surveys.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionCheckTest {
  @TempDir Path folder;

  @Test
  void refusesAFileThatNoMemoryWouldHold() throws IOException {
    Path file = folder.resolve("a.csv");
    try (var content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(3L * 1024 * 1024 * 1024);
    }
    assertThat(SubmissionCheck.against(folder).problems(file))
        .extracting(Problem::reason)
        .containsExactly(Problem.Reason.TOO_LARGE);
  }
}
