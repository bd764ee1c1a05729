package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time. */
class LeaseTest {
  @TempDir Path folder;

  @Test
  void refusesASecondWriter() {
    var warehouse = new WarehouseFolder(folder);
    try (var held = Lease.take(warehouse)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> Lease.take(warehouse))
          .isInstanceOf(DataProblemException.class)
          .hasMessageEndingWith(
              "Cannot write warehouse "
                  + folder
                  + ": another run is writing it. Wait until it has ended, then run again.");
    }
  }

  @Test
  void isFreeAgainOnceGivenBack() {
    var warehouse = new WarehouseFolder(folder);
    Lease.take(warehouse).close();
    try (var again = Lease.take(warehouse)) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void isStillHeldAgainstOtherProgramsAfterARefusal() throws Exception {
    var warehouse = new WarehouseFolder(folder);
    try (var held = Lease.take(warehouse)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> Lease.take(warehouse)).isInstanceOf(DataProblemException.class);
      assertThat(anotherProgramTakesIt(warehouse)).isEqualTo(OtherProgram.REFUSED);
    }
    assertThat(anotherProgramTakesIt(warehouse)).isEqualTo(OtherProgram.TOOK_IT);
  }

  private static int anotherProgramTakesIt(WarehouseFolder warehouse)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            OtherProgram.class.getName(),
            warehouse.lease().toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** A program of its own that tries for the lock and says by its exit code how it went. */
  static final class OtherProgram {
    static final int TOOK_IT = 10;
    static final int REFUSED = 11;

    private OtherProgram() {}

    public static void main(String[] arguments) throws IOException {
      try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
          var lock = channel.tryLock()) {
        System.exit(lock == null ? REFUSED : TOOK_IT);
      }
    }
  }
}
