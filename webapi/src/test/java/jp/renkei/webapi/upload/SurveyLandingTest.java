package jp.renkei.webapi.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.renkei.surveys.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file and its receipt come into landing as one, whenever the program is killed. */
class SurveyLandingTest {
  @TempDir private Path folder;

  private Path landing() {
    return folder.resolve("landing");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }

  private static LandedName name(Path file) throws IOException {
    return LandedName.of("R2026-03", "ISS001", "issuer_survey", FileDigest.of(file));
  }

  static Receipt receipt(Path file) throws IOException {
    return new Receipt(
        FileDigest.of(file),
        SurveyLanding.pathOf(name(file), ".csv"),
        OffsetDateTime.parse("2026-11-22T10:00:00+09:00"),
        "shirakaba",
        "",
        LocalDate.of(2026, 11, 22),
        "",
        "=1+1 <b>訂正</b>",
        List.of(new Receipt.Reason("", "", 3, "合併のため")));
  }

  private static SurveyLanding.Entry put(SurveyLanding landing, Path file) throws IOException {
    return landing.put(file, name(file), receipt(file));
  }

  @Test
  void fileAndReceiptAreThereAndNothingElse() throws IOException {
    Path file = file("answers");
    var landing = new SurveyLanding(landing());
    var entry = put(landing, file);
    assertThat(names())
        .containsExactly("receipts/" + entry.stem() + ".yaml", "surveys/" + entry.stem() + ".csv");
    assertThat(landing().resolve(entry.receipt().path())).hasSameBinaryContentAs(file);
    assertThat(landing.receipt(entry.stem()).orElseThrow().receipt()).isEqualTo(receipt(file));
    assertThat(landing.receiptsOf(List.of("ISS001"))).hasSize(1);
    assertThat(landing.receiptsOf(List.of("ISS00", "ISS0011"))).isEmpty();
    assertThat(landing.receiptsBy("shirakaba")).hasSize(1);
  }

  @Test
  void sameBytesAreFoundWhateverTheyAreCalled() throws IOException {
    Path file = file("answers");
    Path surveys = Files.createDirectories(landing().resolve("surveys"));
    Files.writeString(surveys.resolve("by-post.csv"), "answers");
    Files.writeString(surveys.resolve("other.csv"), "answer2");
    var landing = new SurveyLanding(landing());
    assertThat(landing.find(FileDigest.of(file), 7)).contains("surveys/by-post.csv");
    Files.move(surveys.resolve("by-post.csv"), surveys.resolve(".by-post.csv"));
    assertThat(landing.find(FileDigest.of(file), 7)).isEmpty();
  }

  @Test
  void bytesThatLieThereGetOneMoreReceiptAndNoSecondFile() throws IOException {
    Path file = file("answers");
    Path byPost = Files.createDirectories(landing().resolve("surveys")).resolve("by-post.csv");
    Files.writeString(byPost, "answers");
    var landing = new SurveyLanding(landing());
    var first = put(landing, file);
    var second = put(landing, file);
    assertThat(second.stem()).isEqualTo(first.stem() + ".2");
    assertThat(second.receipt().path()).isEqualTo("surveys/by-post.csv");
    assertThat(names())
        .containsExactly(
            "receipts/" + second.stem() + ".yaml",
            "receipts/" + first.stem() + ".yaml",
            "surveys/by-post.csv");
    assertThat(landing.receipt(second.stem()).orElseThrow().receipt()).isEqualTo(second.receipt());
    assertThat(landing.receiptsOf(List.of("ISS001"))).hasSize(2);
  }

  @Test
  void fileThatIsNotWhatTheReceiptSaysIsNotTaken() throws IOException {
    Path file = file("answers");
    var receipt = receipt(file);
    var name = name(file);
    Files.writeString(file, "ANSWERS");
    assertThatThrownBy(() -> new SurveyLanding(landing()).put(file, name, receipt))
        .hasRootCauseMessage("The file changed while it was handed in: " + file);
    assertThat(names()).noneMatch(one -> !one.contains("/.incoming-"));
  }

  /** Killed between receipt and file, in a process of its own, as kill -9 would. */
  @Test
  void whatHasItsReceiptIsHandedInAtTheNextStart() throws Exception {
    Path file = file("answers");
    int code = killedBetween(file);
    assertThat(code).isEqualTo(137);
    String stem = name(file).stem();
    assertThat(names())
        .as("a run sees the receipt, whose file is still to come, and no file without one")
        .containsExactly("receipts/" + stem + ".yaml", "surveys/.incoming-" + stem + ".csv");
    assertThat(new SurveyLanding(landing()).find(FileDigest.of(file), 7)).isEmpty();

    new SurveyLanding(landing()).recover(Clock.systemUTC());
    assertThat(names()).containsExactly("receipts/" + stem + ".yaml", "surveys/" + stem + ".csv");
    assertThat(landing().resolve("surveys/" + stem + ".csv")).hasSameBinaryContentAs(file);
  }

  @Test
  void sendingAgainAfterTheKillHandsInOnce() throws Exception {
    Path file = file("answers");
    killedBetween(file);
    var landing = new SurveyLanding(landing());
    assertThat(landing.find(FileDigest.of(file), 7)).isEmpty();
    var entry = put(landing, file);
    landing.recover(Clock.systemUTC());
    assertThat(names())
        .containsExactly("receipts/" + entry.stem() + ".yaml", "surveys/" + entry.stem() + ".csv");
  }

  private int killedBetween(Path file) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledHandIn.class.getName(),
                landing().toString(),
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void whatHasNoReceiptYetIsNothingAndIsClearedAwayLater() throws IOException {
    Path surveys = Files.createDirectories(landing().resolve("surveys"));
    Path receipts = Files.createDirectories(landing().resolve("receipts"));
    var old = FileTime.from(Instant.now().minusSeconds(3_600));
    for (Path left :
        List.of(
            surveys.resolve(".incoming-R.I.q.0123456789abcdef.csv"),
            receipts.resolve(".incoming-R.I.q.0123456789abcdef.yaml"))) {
      Files.writeString(left, "half");
      Files.setLastModifiedTime(left, old);
    }
    Path young = Files.writeString(surveys.resolve(".incoming-R.I.q.1123456789abcdef.csv"), "now");
    new SurveyLanding(landing()).recover(Clock.systemUTC());
    assertThat(names()).containsExactly("surveys/" + young.getFileName());
  }

  @Test
  void receiptsOfOthersFoldersAreNotRead() throws IOException {
    Files.createDirectories(landing().resolve("receipts"));
    Files.writeString(landing().resolve("secret.yaml"), "sha256: x");
    var landing = new SurveyLanding(landing());
    for (String stem : List.of("../secret", "..%2Fsecret", "a.b.c.0123456789abcdef/../../x", "")) {
      assertThat(landing.receipt(stem)).as(stem).isEmpty();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(landing())) {
      return all.filter(Files::isRegularFile)
          .map(one -> landing().relativize(one).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Hands a file in and is killed after the receipt. */
  static final class KilledHandIn {
    private KilledHandIn() {}

    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[1]);
      var killed = new SurveyLanding(Path.of(arguments[0]), () -> Runtime.getRuntime().halt(137));
      put(killed, file);
      throw new IllegalStateException("still alive");
    }
  }
}
