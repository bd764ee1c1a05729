package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

class CsvFileTest {
  private static CsvFile read(String text) {
    return CsvFile.read(
        "x.csv", text.getBytes(StandardCharsets.UTF_8), List.of("id", "name"), List.of("note"));
  }

  private static Stream<String> english(CsvFile file) {
    return file.problems().stream().map(Problem::english);
  }

  @Test
  void saysWhichColumnsAreMissingUnknownAndTwice() {
    assertThat(english(read("id,nam,id\n1,2,3\n")))
        .containsExactly(
            "x.csv line 1: found 'id,nam,id', expected a column 'name'."
                + " Add the column name to the header and its values to every row.",
            "x.csv line 1: found 'nam', expected one of the columns id, name, note."
                + " Correct the column's name or remove it.",
            "x.csv line 1: found 'id', expected every column once."
                + " Give every column a name of its own.");
  }

  @Test
  void reportsRaggedRowsByTheirLineAndKeepsTheOthers() {
    CsvFile file = read("id,name\n1,\"a\nb\"\n\n2\n3,c,d\n,\n4,e\n");
    assertThat(file.rows()).extracting(CsvRow::line).containsExactly(2L, 8L);
    assertThat(file.rows().get(0).text("name")).isEqualTo("a\nb");
    assertThat(file.receivedRows()).isEqualTo(4);
    assertThat(english(file))
        .containsExactly(
            "x.csv line 5: found '1', expected 2 values, as many as the header has."
                + " Put values that hold a comma into quotation marks.",
            "x.csv line 6: found '3', expected 2 values, as many as the header has."
                + " Put values that hold a comma into quotation marks.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,\"a\n2,b\n", "id,name\n1,\"a\"b\n2,c\n", "id,na\0me\n1,2"})
  void refusesUnclosedQuotesAndNul(String text) {
    long line = text.contains("\0") ? 1 : 2;
    assertThat(read(text).problems())
        .anyMatch(
            problem -> problem.reason() == Reason.UNREADABLE && problem.place().line() == line);
  }

  @Test
  void refusesAnEmptyFileAndBytesOfNoEncoding() {
    assertThat(english(read("")))
        .containsExactly(
            "x.csv: found nothing, expected a header row. Put the column names into the first row.");
    CsvFile binary =
        CsvFile.read("x.csv", new byte[] {(byte) 0xFF, (byte) 0xFD, 0x20, (byte) 0xFF});
    assertThat(binary.charset()).isEmpty();
    assertThat(binary.problems().get(0).japanese())
        .isEqualTo(
            "x.csv：どの文字コードでも読めない内容。UTF-8、CP932、Shift_JIS、EUC-JP、ISO-2022-JP、"
                + "UTF-16のいずれかのテキストが必要です。CSV（UTF-8）で保存し直して、再度提出してください。");
  }

  @Test
  void saysOnceThatColumnsAreSeparatedByCommas() {
    assertThat(read("id;name\n1;a\n2;b,c\n").problems())
        .extracting(Problem::japanese)
        .containsExactly(
            "x.csv 1行目：セミコロン区切りの見出し。コンマ区切りの値が必要です。" + "コンマ区切りのCSV（UTF-8）で保存し直して、再度提出してください。");
    assertThat(read("id\tname\n1\ta\n").problems())
        .extracting(Problem::reason)
        .containsExactly(Reason.WRONG_SEPARATOR);
    assertThat(read("id,name\n1,a;b\n").problems()).isEmpty();
  }

  @Test
  void boundsWhatItTakes() {
    assertThat(reasons(new byte[TextDecoding.LARGEST_BYTES + 1])).containsExactly(Reason.TOO_LARGE);
    assertThat(reasons(("id\n" + "1\n".repeat(100_001)).getBytes(StandardCharsets.UTF_8)))
        .containsExactly(Reason.TOO_LARGE);
    assertThat(reasons(("id\n" + "1,2\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8)))
        .hasSize(1_001)
        .endsWith(Reason.TOO_MANY_PROBLEMS);
    assertThat(reasons(("id\n" + "x".repeat(18_000_000)).getBytes(StandardCharsets.UTF_8)))
        .containsExactly(Reason.UNREADABLE);
    assertThat(reasons(",".repeat(2_000).getBytes(StandardCharsets.UTF_8)))
        .containsExactly(Reason.TOO_LARGE);
  }

  private static List<Reason> reasons(byte[] content) {
    return CsvFile.read("x.csv", content).problems().stream().map(Problem::reason).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "windows-31j, windows-31j",
    "Shift_JIS, windows-31j",
    "EUC-JP, EUC-JP",
    "ISO-2022-JP, ISO-2022-JP",
    "UTF-16LE, UTF-16LE",
    "UTF-16BE, UTF-16BE",
    "UTF-16, UTF-16BE"
  })
  void tellsTheEncodingByTheContent(String written, String told) {
    for (String name : List.of("架空カード株式会社", "ｶｸｳｶｰﾄﾞ ﾊﾟｰﾄﾅｰ", "東京", "あ", "カード")) {
      boolean hasHalfWidth = name.startsWith("ｶ") && written.equals("ISO-2022-JP");
      if (hasHalfWidth) {
        continue;
      }
      byte[] bytes = ("id,name\n1," + name + "\n").getBytes(Charset.forName(written));
      CsvFile file = CsvFile.read("x.csv", bytes, List.of("id", "name"), List.of());
      assertThat(file.problems()).isEmpty();
      assertThat(file.rows().get(0).text("name")).as(written).isEqualTo(name);
      assertThat(file.charset()).contains(told);
    }
  }

  @Test
  void readsOneJapaneseTableEqualInAllItsEncodings() {
    Path folder = SharedData.folder("hostile/japanese-csv");
    CsvFile utf8 = CsvFile.read("t", SharedData.bytes(folder.resolve("nb01h0013.csv")));
    for (String name : List.of("eucjp", "iso2022jp", "utf16le_bom", "utf8_bom")) {
      Path file = folder.resolve("DERIVED_nb01h0013_" + name + ".csv");
      CsvFile other = CsvFile.read("t", SharedData.bytes(file));
      assertThat(other.columns()).as(name).isEqualTo(utf8.columns()).hasSize(4);
      assertThat(other.rows()).as(name).isEqualTo(utf8.rows());
      assertThat(other.brokenRows()).as(name).isEqualTo(utf8.brokenRows()).isNotEmpty();
      assertThat(other.problems()).as(name).isEqualTo(utf8.problems());
    }
    // Two lines of the CP932 files were published otherwise; their title and header were not.
    for (String name : List.of("nb01h0013_cp932.csv", "nb01h0013_sjis.csv")) {
      List<String> lines = lines(SharedData.bytes(folder.resolve(name)));
      List<String> expected = lines(SharedData.bytes(folder.resolve("nb01h0013.csv")));
      assertThat(lines.subList(0, 4)).as(name).isEqualTo(expected.subList(0, 4));
      assertThat(lines).as(name).hasSameSizeAs(expected);
      assertThat(expected.stream().filter(lines::contains).count())
          .isGreaterThanOrEqualTo(expected.size() - 2L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"})
  void readsTheRowsOfAWholeTableEqualInEveryEncoding(String charset) {
    Path file = SharedData.folder("hostile/japanese-csv").resolve("nb01h0013.csv");
    String table = String.join("\n", lines(SharedData.bytes(file)).stream().skip(3).toList());
    // The minus sign of the UTF-8 file has another code point where CP932 is made by Windows.
    String written = charset.equals("windows-31j") ? table.replace('−', '－') : table;
    CsvFile utf8 = CsvFile.read("t", table.getBytes(StandardCharsets.UTF_8));
    CsvFile other = CsvFile.read("t", written.getBytes(Charset.forName(charset)));
    assertThat(other.charset()).contains(charset);
    assertThat(other.columns()).isEqualTo(utf8.columns());
    assertThat(other.rows()).isEqualTo(utf8.rows()).hasSizeGreaterThan(30);
  }

  private static List<String> lines(byte[] content) {
    String text = TextDecoding.of(content).orElseThrow().text();
    return text.replace("\"", "").lines().toList();
  }

  @Test
  void readsTheCsvSpectrumAsExpected() {
    Path folder = SharedData.folder("hostile/csv-spectrum");
    for (Path file : SharedData.files("hostile/csv-spectrum/csvs")) {
      String name = file.getFileName().toString().replace(".csv", "");
      CsvFile csv = CsvFile.read(name, SharedData.bytes(file));
      var rows = new ArrayList<Map<String, String>>();
      for (CsvRow row : csv.rows()) {
        var values = new LinkedHashMap<String, String>();
        csv.columns().forEach(column -> values.put(column, unix(row.raw(column))));
        rows.add(values);
      }
      assertThat(csv.problems()).as(name).isEmpty();
      Object expected = json(folder.resolve("json/" + name + ".json"));
      if (name.equals("location_coordinates")) {
        // Its expected file is no list, and holds another telephone number than the CSV itself.
        assertThat(rows.get(0).put("Contact Phone Number", "1234567890")).isEqualTo("2095257564");
        expected = List.of(expected);
      }
      assertThat(rows).as(name).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void keepsEveryCharacterOfUnicode(String charset) {
    String text = "—―−－〜～‖∥¢￠ \u200b\ufeff\ue000𠮷";
    byte[] bytes = ("id,name\n1," + text + "\n").getBytes(Charset.forName(charset));
    assertThat(CsvFile.read("x.csv", bytes).rows().get(0).raw("name")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-31j", "EUC-JP", "ISO-2022-JP"})
  void readsSignsThatTablesMapDifferentlyAsJisDoes(String charset) {
    byte[] bytes = "id,name\n1,語A\n".getBytes(Charset.forName(charset));
    // The wave dash is row 1, cell 33 of JIS X 0208, the minus sign cell 61, the em dash cell 29.
    byte[] signs =
        switch (charset) {
          case "windows-31j" ->
              new byte[] {(byte) 0x81, 0x60, (byte) 0x81, 0x7c, (byte) 0x81, 0x5c};
          case "EUC-JP" ->
              new byte[] {
                (byte) 0xa1, (byte) 0xc1, (byte) 0xa1, (byte) 0xdd, (byte) 0xa1, (byte) 0xbd
              };
          default ->
              new byte[] {0x1b, '$', 'B', 0x21, 0x41, 0x21, 0x5d, 0x21, 0x3d, 0x1b, '(', 'B'};
        };
    var content = new ByteArrayOutputStream();
    content.write(bytes, 0, bytes.length - 2);
    content.writeBytes(signs);
    content.write('\n');
    CsvFile file = CsvFile.read("x.csv", content.toByteArray());
    assertThat(file.charset()).contains(charset);
    assertThat(file.rows().get(0).text("name")).isEqualTo("語〜−—");
  }

  /** The line ends of the files did not all survive their way here. */
  private static String unix(String text) {
    return text.replace("\r", "");
  }

  private static Object json(Path file) {
    // JSON is YAML but for tabs, and every value there is a text.
    var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    String text = new String(SharedData.bytes(file), StandardCharsets.UTF_8).replace("\\r", "");
    return new Load(settings).loadFromString(text);
  }
}
