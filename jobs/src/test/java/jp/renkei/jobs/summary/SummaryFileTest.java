package jp.renkei.jobs.summary;

import static jp.renkei.jobs.summary.SampleSummary.HEADER;
import static jp.renkei.jobs.summary.SampleSummary.PATH;
import static jp.renkei.jobs.summary.SampleSummary.files;
import static jp.renkei.jobs.summary.SampleSummary.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed summary is taken as it was signed, and in no other way. */
class SummaryFileTest {
  @TempDir Path folder;
  private Path pem;
  private VerificationKey publicKey;

  @BeforeEach
  void makeKeys() throws IOException {
    pem = folder.resolve("issuer.pem");
    publicKey = SigningKey.make(pem);
  }

  private byte[] signed(SummaryHeader header, Map<SummaryTable, List<List<Object>>> tables) {
    return SummaryFile.write(header, tables, SigningKey.read(pem));
  }

  private byte[] signed() {
    return signed(HEADER, tables());
  }

  private Optional<VerificationKey> signer(byte[] content) {
    var file = SummaryFile.read(PATH, content);
    return file.header().isEmpty() ? Optional.empty() : file.signedWith(List.of(publicKey));
  }

  private static List<Reason> reasons(byte[] content) {
    return SummaryFile.read(PATH, content).problems().stream().map(Problem::reason).toList();
  }

  /** The files packed and, but for the signature, hashed anew. */
  private static byte[] repacked(SortedMap<String, byte[]> files) {
    var texts = new TreeMap<String, String>();
    files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    texts.remove(SummaryManifest.FILE);
    texts.remove(SummaryManifest.SIGNATURE);
    files.put(SummaryManifest.FILE, SummaryManifest.of(texts).getBytes(StandardCharsets.UTF_8));
    return StoredZip.write(files);
  }

  @Test
  void readsWhatWasSigned() {
    var file = SummaryFile.read(PATH, signed());
    assertThat(file.problems()).isEmpty();
    assertThat(file.header()).contains(HEADER);
    assertThat(file.tables()).isEqualTo(tables());
    assertThat(file.signedWith(List.of(publicKey))).contains(publicKey);
    assertThat(signed()).isEqualTo(signed());
  }

  @Test
  void refusesEveryFlippedBit() {
    byte[] content = signed();
    for (int at = 0; at < content.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = content.clone();
        flipped[at] ^= (byte) (1 << bit);
        assertThat(signer(flipped)).as("byte %d, bit %d", at, bit).isEmpty();
      }
    }
  }

  @Test
  void refusesEveryFlippedBitOfAFileThatWasPackedAndHashedAgain() {
    var original = files(signed());
    for (var name : original.keySet()) {
      byte[] bytes = original.get(name);
      for (int at = 0; at < bytes.length; at++) {
        for (int bit = 0; bit < 8; bit++) {
          byte[] flipped = bytes.clone();
          flipped[at] ^= (byte) (1 << bit);
          var files = new TreeMap<>(original);
          files.put(name, flipped);
          assertThat(signer(StoredZip.write(files))).as("%s byte %d", name, at).isEmpty();
          if (!name.equals(SummaryManifest.FILE)) {
            assertThat(signer(repacked(files))).as("%s byte %d", name, at).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void refusesEveryShorterAndLongerFile() {
    byte[] content = signed();
    for (int length = 0; length < content.length; length++) {
      assertThat(signer(Arrays.copyOf(content, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(reasons(Arrays.copyOf(content, content.length + 1)))
        .containsExactly(Reason.UNSAFE_FILE);
  }

  @Test
  void knowsTheSignatureOfNoOtherKey() throws IOException {
    var other = SigningKey.make(folder.resolve("other.pem"));
    assertThat(SummaryFile.read(PATH, signed()).signedWith(List.of(other))).isEmpty();
    assertThat(SummaryFile.read(PATH, signed()).signedWith(List.of(other, publicKey)))
        .contains(publicKey);
  }

  @Test
  void refusesAFileTooFewOrTooMany() {
    for (var name : files(signed()).keySet()) {
      var files = files(signed());
      files.remove(name);
      assertThat(reasons(StoredZip.write(files))).as(name).containsExactly(Reason.MISSING_VALUE);
    }
    for (var name : List.of("../../x", "/etc/x", "notes.txt", "ACCESS_DAILY.CSV", "log_day.csv ")) {
      var files = files(signed());
      files.put(name, new byte[] {1});
      assertThat(reasons(StoredZip.write(files))).as(name).containsExactly(Reason.UNSAFE_FILE);
      assertThat(reasons(repacked(files))).as(name).containsExactly(Reason.UNSAFE_FILE);
    }
  }

  @Test
  void refusesAnotherZipOfTheSameFiles() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      for (var file : files(signed()).entrySet()) {
        zip.putNextEntry(new java.util.zip.ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    assertThat(reasons(bytes.toByteArray())).containsExactly(Reason.UNSAFE_FILE);
    // A bomb: a hundred megabytes in a hundred kilobytes, never unpacked.
    bytes.reset();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("access_daily.csv"));
      for (int index = 0; index < 100; index++) {
        zip.write(new byte[1 << 20]);
      }
    }
    assertThat(reasons(bytes.toByteArray())).containsExactly(Reason.UNSAFE_FILE);
    assertThat(reasons("no zip".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(Reason.UNSAFE_FILE);
  }

  @Test
  void isAZipThatOthersCanRead() throws IOException {
    Path file = folder.resolve("a.zip");
    Files.write(file, signed());
    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      for (var entry : files(signed()).entrySet()) {
        assertThat(zip.getInputStream(zip.getEntry(entry.getKey())).readAllBytes())
            .isEqualTo(entry.getValue());
      }
      assertThat(zip.size()).isEqualTo(8);
    }
  }

  @Test
  void refusesAnotherVersionOfTheForm() {
    var files = files(signed());
    String header = HEADER.json().replace("\"format_version\": 1", "\"format_version\": 2");
    files.put(SummaryHeader.FILE, header.getBytes(StandardCharsets.UTF_8));
    var problems = SummaryFile.read(PATH, repacked(files)).problems();
    assertThat(problems).extracting(Problem::reason).containsExactly(Reason.UNKNOWN_VERSION);
    assertThat(problems.get(0).japanese())
        .contains("summaries/I1/a.zip", "summary.json format_version", "「2」", "1としてください");
  }

  /** Signed by the right key, and wrong all the same. */
  @Test
  void refusesFiguresThatCannotBe() {
    refuses(SummaryTable.ACCESS_DAILY, 0, LocalDate.of(2026, 2, 1), Reason.INCONSISTENT_ANSWERS);
    refuses(SummaryTable.ACCESS_DAILY, 2, "I2", Reason.INCONSISTENT_ANSWERS);
    refuses(SummaryTable.ACCESS_DAILY, 3, "203.0.113.7", Reason.WRONG_TYPE);
    refuses(SummaryTable.ACCESS_DAILY, 4, "4111111111111111", Reason.WRONG_TYPE);
    refuses(SummaryTable.ACCESS_DAILY, 7, "/v1/statements/1", Reason.WRONG_TYPE);
    refuses(SummaryTable.ACCESS_DAILY, 10, -3L, Reason.WRONG_TYPE);
    refuses(SummaryTable.ACCESS_DAILY, 10, 1L, Reason.INCONSISTENT_ANSWERS);
    refuses(SummaryTable.ACCESS_DAILY, 10, Long.MAX_VALUE, Reason.WRONG_TYPE);
    refuses(SummaryTable.FETCH_MONTH, 4, 6L, Reason.INCONSISTENT_ANSWERS);
    refuses(SummaryTable.ISSUER_MONTH_USERS, 2, 3L, Reason.INCONSISTENT_ANSWERS);
    refuses(SummaryTable.LOG_FILE, 6, 5L, Reason.INCONSISTENT_ANSWERS);
    refuses(SummaryTable.LOG_DAY, 4, "perhaps", Reason.WRONG_TYPE);
    refuses(SummaryTable.LOG_DAY, 3, "a,b", Reason.WRONG_COLUMN_COUNT);
  }

  private void refuses(SummaryTable table, int column, Object value, Reason reason) {
    var tables = new EnumMap<>(tables());
    var row = new ArrayList<>(tables.get(table).get(0));
    row.set(column, value);
    tables.put(table, List.of(row));
    assertThat(reasons(signed(HEADER, tables))).as("%s %s", table, value).containsExactly(reason);
  }

  @Test
  void refusesTheSameKeyTwice() {
    var tables = new EnumMap<>(tables());
    tables.put(
        SummaryTable.FETCH_MONTH,
        List.of(
            tables.get(SummaryTable.FETCH_MONTH).get(0),
            List.of(LocalDate.of(2026, 1, 1), "I1", "A1", 9L, 2L)));
    assertThat(reasons(signed(HEADER, tables))).containsExactly(Reason.DUPLICATE_KEY);
  }

  @Test
  void keepsNothingOfAFileThatItRefuses() {
    var files = files(signed());
    files.put("log_day.csv", "secret".getBytes(StandardCharsets.UTF_8));
    assertThat(SummaryFile.read(PATH, repacked(files)).files()).isEmpty();
  }
}
