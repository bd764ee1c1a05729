package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line as users have it: {@code ./renkei} as a process, its exit codes and messages. It
 * stands in the last module, since the launcher needs all of them; each start takes some seconds,
 * so that the tests share one small world and go on where the one before left it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private static Path folder;

  /** What a process came to. */
  private record Ended(int code, String out, String err) {}

  private static Ended renkei(String... arguments) throws IOException, InterruptedException {
    return renkei(false, arguments);
  }

  /**
   * @param isBare whether the environment is as empty as cron's
   */
  private static Ended renkei(boolean isBare, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("renkei").toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    if (isBare) {
      builder.environment().keySet().retainAll(Set.of("PATH"));
    }
    // Maven has just built it all.
    builder.environment().put("RENKEI_BUILT", "yes");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String landing() {
    return folder.resolve("landing").toString();
  }

  private static String warehouse() {
    return folder.resolve("warehouse").toString();
  }

  @BeforeAll
  static void writeASmallWorld() throws Exception {
    var ended =
        renkei(
            "sample",
            "--out",
            landing(),
            "--issuers",
            "14",
            "--agents",
            "3",
            "--months",
            "1",
            "--log-lines",
            "300");
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  @Order(1)
  void wrongUsageIs64() throws Exception {
    var unknown = renkei("publish");
    assertThat(unknown.code()).isEqualTo(64);
    assertThat(unknown.err()).contains("unknown command 'publish'").contains("usage:");
    var option = renkei("run", "--as-of", "tomorrow");
    assertThat(option.code()).isEqualTo(64);
    assertThat(option.err()).contains("--as-of").contains("--help");
    assertThat(renkei("bench", "nothing").code()).isEqualTo(64);
  }

  @Test
  @Order(1)
  void aMissingLandingIsNamedWithARemedy() throws Exception {
    var ended = renkei("run", "--landing", "nowhere", "--warehouse", warehouse());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("Cannot read landing folder nowhere")
        .contains("./renkei sample")
        .doesNotContain("\tat ");
  }

  @Test
  @Order(1)
  void checkNamesEveryKindOfBadInput() throws Exception {
    var ended =
        renkei(
            "check",
            "--lang",
            "en",
            "--landing",
            landing(),
            landing() + "/surveys/R2026-03_ISS005_2.csv",
            landing() + "/surveys/R2026-03_ISS006.csv",
            landing() + "/surveys/R2026-03_ISS007_2.csv",
            landing() + "/surveys/R2026-03_ISS008_2.csv",
            landing() + "/surveys/R2026-03_ISS999.csv",
            workbookThatIsNone());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out().lines().filter(line -> line.contains("found '")))
        .anyMatch(line -> line.contains("ISS005_2.csv") && line.contains("expected a whole number"))
        .anyMatch(line -> line.contains("ISS006.csv") && line.contains("2026-04-20"))
        .anyMatch(line -> line.contains("ISS007_2.csv") && line.contains("value_state"))
        .anyMatch(line -> line.contains("ISS008_2.csv") && line.contains("it stands at line 3 too"))
        .anyMatch(line -> line.contains("ISS999.csv") && line.contains("found 'ISS999'"))
        .anyMatch(line -> line.contains("form.xlsx"));
  }

  @Test
  @Order(1)
  void readsAJapaneseFileNameThoughThereIsNoLocale() throws Exception {
    Path file = folder.resolve("調査票A.csv");
    Files.copy(Path.of(landing(), "surveys/R2026-03_ISS005.csv"), file);
    var ended = renkei(true, "check", "--landing", landing(), file.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private static String workbookThatIsNone() throws IOException {
    Path file = folder.resolve("form.xlsx");
    Files.write(file, "PK\u0003\u0004 cut off".getBytes(StandardCharsets.ISO_8859_1));
    return file.toString();
  }

  @Test
  @Order(2)
  void aStrictRunMakesItsReleaseAndEndsWith2() throws Exception {
    var ended =
        renkei(
            "run",
            "--landing",
            landing(),
            "--warehouse",
            warehouse(),
            "--strict",
            "--json",
            "--as-of",
            "2026-05-31");
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out().replaceAll("\\s", ""))
        .contains("\"release\":1")
        .contains("\"as_of\":\"2026-05-31\"")
        .contains("\"reason\":\"MISSING_COLUMN\"");
    assertThat(ended.err()).doesNotContain("WARN").doesNotContain("\tat ");
  }

  @Test
  @Order(3)
  void oneWriterAtATime() throws Exception {
    Path lease = folder.resolve("warehouse/run/lease");
    try (var channel = FileChannel.open(lease, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      var ended = renkei("run", "--landing", landing(), "--warehouse", warehouse());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("another run is writing it");
    }
  }

  @Test
  @Order(3)
  void sqlAnswersInEveryFormat() throws Exception {
    String query =
        "select entity_level, status from gold.kpi_value where kpi_id = 'response_rate' and slice is null limit 1";
    assertThat(renkei("sql", "--warehouse", warehouse(), "--format", "csv", query).out())
        .startsWith("entity_level,status")
        .contains("ALL,FINAL");
    assertThat(renkei("sql", "--warehouse", warehouse(), "--json", query).out())
        .contains("\"entity_level\"")
        .contains("\"ALL\"");
    var unknown = renkei("sql", "--warehouse", warehouse(), "--release", "9", query);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("9");
    var access =
        renkei(
            "sql",
            "--warehouse",
            warehouse(),
            "--audience",
            "secretariat",
            "--format",
            "csv",
            "select count(*) as n from silver.access");
    assertThat(access.out()).isEqualToIgnoringWhitespace("n 300");
  }

  @Test
  @Order(4)
  void aFaultOfOursIs1() throws Exception {
    Path log = folder.resolve("warehouse/gold/kpi_value/_delta_log/00000000000000000000.json");
    Files.writeString(log, "not a Delta log");
    var ended = renkei("release", "verify", "1", "--warehouse", warehouse());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("This is a fault of Renkei, not of your data")
        .contains("\tat ");
  }
}
