package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to break readers, sent through the upload page. */
class HostileUploadIT {
  private static final Path HOSTILE = Path.of("../../shared/data/hostile");
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir private static Path folder;
  private static SurveyWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = new SurveyWorld(folder);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void everyCollectedFileIsAnsweredInJapaneseWithinTenSeconds() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(HOSTILE), "Skipped: there is no " + HOSTILE + " to take files from");
    var files = new ArrayList<Path>();
    try (Stream<Path> all = Files.walk(HOSTILE)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThan(400);
    var shirakaba = world.as("shirakaba");
    for (Path file : files) {
      assertRefused(shirakaba, file.getFileName().toString(), Files.readAllBytes(file));
    }
  }

  @Test
  void whatNoCollectionHasIsAnsweredToo() throws IOException {
    var shirakaba = world.as("shirakaba");
    byte[] blank =
        shirakaba
            .bytes("/upload/form?round=R2026-03&questionnaire=issuer_survey&respondent=ISS001")
            .body();
    assertRefused(shirakaba, "zip-bomb.xlsx", zip("xl/workbook.xml", 300 << 20));
    assertRefused(shirakaba, "entry-outside.xlsx", zip("../../../../tmp/renkei-evil", 10));
    assertRefused(
        shirakaba,
        "page.xlsx",
        "<html><table><tr><td>1</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
    assertRefused(shirakaba, "half.xlsx", Arrays.copyOf(blank, blank.length / 2));
    assertRefused(shirakaba, "only-magic.xlsx", new byte[] {'P', 'K', 3, 4});
    assertRefused(shirakaba, "zeros.xls", new byte[9 << 20]);
    assertRefused(shirakaba, "one-line.csv", "a,".repeat(4 << 20).getBytes(StandardCharsets.UTF_8));
    assertRefused(
        shirakaba,
        "one-quote.csv",
        ("\"" + "x\n".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8));
    assertThat(Path.of("/tmp/renkei-evil")).doesNotExist();
  }

  /** In the answers and as the name of the file: unchanged text, and no markup. */
  @Test
  void naughtyStringsStayText() throws IOException {
    Path list = HOSTILE.resolve("naughty-strings/blns.base64.json");
    Assumptions.assumeTrue(Files.exists(list), "Skipped: there is no " + list);
    var strings = new ArrayList<String>();
    var matcher = Pattern.compile("\"([A-Za-z0-9+/=]+)\"").matcher(Files.readString(list));
    while (matcher.find()) {
      strings.add(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8));
    }
    assertThat(strings).hasSizeGreaterThan(300);
    var shirakaba = world.as("shirakaba");
    String header = world.survey("R2026-03_ISS001.csv").lines().findFirst().orElseThrow();
    var csv = new StringBuilder(header + "\r\n");
    for (String one : strings) {
      csv.append("issuer_survey,1,R2026-03,ISS001,2026-04-18T10:00:00+09:00,,,,A0_03,");
      csv.append('"').append(one.replace("\"", "\"\"")).append("\",REPORTED,\r\n");
      csv.append("issuer_survey,1,R2026-03,ISS001,2026-04-18T10:00:00+09:00,,,,A1_02,");
      csv.append('"').append(one.replace("\"", "\"\"")).append("\",REPORTED,\r\n");
    }
    assertRefused(shirakaba, "naughty.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < strings.size(); i += 25) {
      assertRefused(shirakaba, strings.get(i) + ".csv", new byte[] {'x', (byte) i});
    }
  }

  private static void assertRefused(VisitorClient sender, String name, byte[] content) {
    Instant start = Instant.now();
    HttpResponse<String> answer = sender.upload(name, content);
    // The desk may be ended after ten seconds; the page then says that, a moment later.
    assertThat(Duration.between(start, Instant.now())).as(name).isLessThan(LONGEST.plusSeconds(3));
    var page = answer.statusCode() == 303 ? sender.follow(answer) : answer;
    assertThat(page.statusCode()).as(name).isIn(200, 413, 422, 503);
    assertThat(page.body())
        .as(name)
        .containsAnyOf("提出できません", "確認できませんでした", "大きすぎます", "選び直してください")
        .doesNotContain("Exception", "提出する</button>")
        .doesNotContainPattern(
            "(?i)<(script(?! src=\"/assets/)|iframe|svg|img(?! src=\"/assets/)|object|embed)[ >/]");
    assertThat(world.server().get("/healthz").statusCode()).as(name).isEqualTo(200);
    if (answer.statusCode() == 303) {
      sender.post(
          VisitorClient.location(answer) + "/discard",
          java.util.Map.of("token", sender.token("/upload")));
    }
    try {
      assertThat(world.names("receipts")).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip(String entry, int size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      var piece = new byte[1 << 16];
      for (int written = 0; written < size; written += piece.length) {
        zip.write(piece, 0, Math.min(piece.length, size - written));
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
