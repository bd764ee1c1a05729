package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileFormsTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static List<Path> hostileFiles() throws IOException {
    Path folder = Path.of("..", "..", "shared", "data", "hostile");
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no test data at " + folder);
    try (var tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void areRefusedInJapaneseAndGoBackAsAWorkbook() throws IOException {
    var files = hostileFiles();
    assertThat(files).hasSizeGreaterThan(100);
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      String name = file.getFileName().toString();
      Assertions.assertTimeout(LONGEST, () -> refused(name, content), name);
    }
  }

  private static void refused(String name, byte[] content) throws IOException {
    FormFile form = FormFile.read(name, content, SampleRequests.CATALOG);
    assertThat(form.unit()).as(name).isEmpty();
    assertThat(form.problems()).as(name).isNotEmpty();
    assertThat(form.problems()).allMatch(problem -> !problem.japanese().contains("{"));
    byte[] returned = ReturnedForm.mark(name, content, form.problems());
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(returned))) {
      assertThat(book.getSheetName(0)).as(name).isEqualTo("エラー一覧");
    }
  }
}
