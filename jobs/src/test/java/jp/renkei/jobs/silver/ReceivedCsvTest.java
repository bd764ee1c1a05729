package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What bronze holds of a CSV is the CSV, whatever its sender wrote. */
class ReceivedCsvTest {
  @Test
  void keepsAColumnAndACellThatAreVeryLong() {
    String name = "[".repeat(100_000);
    String value = "x".repeat(100_000);
    var text =
        TextFile.of(
            "register/issuers.csv", (name + "\n" + value + "\n").getBytes(StandardCharsets.UTF_8));
    var csv = ReceivedCsv.of("issuers.csv", text.lines());
    assertThat(csv.columns()).containsExactly(name);
    assertThat(csv.rows().get(0).text(name)).hasSize(100_000);
  }
}
