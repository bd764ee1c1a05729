package jp.renkei.webapi.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.renkei.webapi.desk.DeskCheck;
import org.junit.jupiter.api.Test;

/** What lies between check and hand-in, and what is left of it when a server is killed. */
class CheckedFilesTest {
  private static final long MIB = 1L << 20;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC);

  private static CheckedFile file(CheckedFiles files, String sender, int number, long size)
      throws Exception {
    Path folder = Files.createDirectory(files.folder().resolve(sender + number));
    var check = new DeskCheck("REFUSED", "", "", "", "", 0, 0, null, List.of(), false);
    return new CheckedFile(
        sender + number,
        sender,
        folder,
        "a.xlsx",
        "",
        size,
        "",
        check,
        CLOCK.instant().plusSeconds(number - 60L));
  }

  @Test
  void oneUsersFilesPushOutItsOwnOldestAndNobodyElses() throws Exception {
    try (var files = new CheckedFiles(CLOCK)) {
      files.keep(file(files, "other", 1, 10 * MIB));
      for (int i = 1; i <= 5; i++) {
        files.keep(file(files, "one", i, 9 * MIB));
      }
      assertThat(files.of("one")).extracting(CheckedFile::key).containsExactly("one5", "one4");
      assertThat(files.folder().resolve("one1")).doesNotExist();
      assertThat(files.of("other")).hasSize(1);
    }
  }

  @Test
  void fullHandsOfManyUsersBlockNobody() throws Exception {
    try (var files = new CheckedFiles(CLOCK)) {
      for (int user = 0; user < 20; user++) {
        for (int i = 1; i <= 5; i++) {
          files.keep(file(files, "user" + user + "-", i, 10 * MIB));
        }
      }
      assertThatCode(() -> files.began("late")).doesNotThrowAnyException();
    }
  }

  @Test
  void whatAKilledServerLeftGoesAtTheNextStartAndWhatALivingOneHoldsStays() throws Exception {
    var killed = holder();
    Path left = Path.of(line(killed));
    killed.destroyForcibly();
    assertThat(killed.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Files.writeString(left.resolve("file"), "answers");
    Path old = Files.createTempDirectory("renkei-upload-");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    try (var living = new CheckedFiles(CLOCK);
        var next = new CheckedFiles(CLOCK)) {
      assertThat(left).doesNotExist();
      assertThat(old).doesNotExist();
      assertThat(living.folder()).exists();
      assertThat(next.folder()).exists();
    }
  }

  @Test
  void anotherProgramsFolderStaysWhileItRuns() throws Exception {
    var other = holder();
    try {
      Path held = Path.of(line(other));
      try (var files = new CheckedFiles(CLOCK)) {
        assertThat(held).exists();
        assertThat(files.folder()).exists();
      }
    } finally {
      other.destroyForcibly();
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static String line(Process process) throws Exception {
    return process.inputReader().readLine();
  }

  private static Process holder() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Holds a folder until it is ended. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(TemporaryFolder.create("renkei-upload-").path());
      System.out.flush();
      Thread.sleep(60_000);
    }
  }
}
