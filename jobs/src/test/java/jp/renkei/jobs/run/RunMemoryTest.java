package jp.renkei.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMemoryTest {
  private static final TableName ISSUER = TableName.of("silver.issuer");
  private static final RunMemory.Origin ORIGIN =
      new RunMemory.Origin("code", new TreeMap<>(Map.of("bronze.submission", 7L)));
  @TempDir Path folder;

  @Test
  void keepsWhatItWasTold() {
    Path file = folder.resolve("memory.yaml");
    var memory = RunMemory.load(file);
    assertThat(memory.of(ISSUER)).isEmpty();
    memory.put(ISSUER, new RunMemory.Entry(3, "inputs", "content", ORIGIN));
    memory.save();
    assertThat(RunMemory.load(file).of(ISSUER))
        .contains(new RunMemory.Entry(3, "inputs", "content", ORIGIN));
  }

  @Test
  void takesADamagedFileForAMissingOne() throws IOException {
    Path file = folder.resolve("memory.yaml");
    for (String text :
        List.of(
            "", "silver.issuer:\n  version: 3\n  inp", "silver.issuer: [", "nothing: {}", "\0")) {
      Files.writeString(file, text);
      assertThat(RunMemory.load(file).of(ISSUER)).as(text).isEmpty();
    }
    Files.write(file, "表".getBytes(StandardCharsets.UTF_16));
    assertThat(RunMemory.load(file).of(ISSUER)).isEmpty();
  }
}
