package jp.renkei.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import jp.renkei.jobs.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHashesTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir Path folder;
  private Path file;
  private Path hashes;

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("landing/gateway/ISS001/api/a.jsonl");
    hashes = folder.resolve("warehouse/run/landing-hashes.tsv");
    Files.createDirectories(file.getParent());
    write("one", LONG_AGO);
  }

  private void write(String text, Instant modifiedAt) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
  }

  private String listed() {
    return LandingFolder.list(folder.resolve("landing"), KnownHashes.in(hashes))
        .files()
        .get(0)
        .sha256();
  }

  @Test
  void spareReadingAFileThatIsAsItWas() throws IOException {
    assertThat(listed()).isEqualTo(Sha256.of("one"));
    // Nobody can tell these two apart without reading; that it is not told shows that it was not
    // read.
    write("two", LONG_AGO);
    assertThat(listed()).isEqualTo(Sha256.of("one"));
  }

  @Test
  void areTakenAnewWhereSizeOrTimeDiffer() throws IOException {
    listed();
    write("three", LONG_AGO);
    assertThat(listed()).isEqualTo(Sha256.of("three"));
    write("seven", LONG_AGO.plusNanos(1_000));
    assertThat(listed()).isEqualTo(Sha256.of("seven"));
  }

  @Test
  void areNotKeptOfAFileThatWasJustWritten() throws IOException {
    var now = Instant.now();
    write("one", now);
    listed();
    write("two", now);
    assertThat(listed()).isEqualTo(Sha256.of("two"));
  }

  @Test
  void areTakenAnewWhereTheirFileIsDamaged() throws IOException {
    listed();
    Files.writeString(hashes, "0".repeat(64) + "\t3\tnot a time\t" + "gateway/ISS001/api/a.jsonl");
    assertThat(listed()).isEqualTo(Sha256.of("one"));
  }
}
