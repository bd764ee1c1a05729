package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    assertThat(read(text).problems())
        .anyMatch(
            problem -> problem.reason() == Problem.Reason.UNREADABLE && problem.place().line() > 0);
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
            "x.csv：「bytes of no known encoding」とあります。UTF-8、CP932、Shift_JIS、EUC-JP、ISO-2022-JP、"
                + "UTF-16のいずれかのテキストである必要があります。CSV（UTF-8）で保存し直して、再度提出してください。");
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
    for (String name :
        List.of(
            "nb01h0013_cp932.csv",
            "nb01h0013_sjis.csv",
            "DERIVED_nb01h0013_eucjp.csv",
            "DERIVED_nb01h0013_iso2022jp.csv",
            "DERIVED_nb01h0013_utf16le_bom.csv",
            "DERIVED_nb01h0013_utf8_bom.csv")) {
      byte[] content = SharedData.bytes(folder.resolve(name));
      CsvFile other = CsvFile.read("t", content);
      assertThat(other.columns()).as(name).isEqualTo(utf8.columns()).hasSize(4);
      // The CP932 files were published without the broken quotation mark that the others have.
      if (name.startsWith("DERIVED")) {
        assertThat(other.problems()).as(name).isEqualTo(utf8.problems());
      }
      assertThat(lines(content)).as(name).isEqualTo(lines(nb01h0013(folder)));
    }
  }

  private static byte[] nb01h0013(Path folder) {
    return SharedData.bytes(folder.resolve("nb01h0013.csv"));
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
      if (name.equals("location_coordinates")) {
        // Its expected file holds another telephone number than the CSV itself, and no list.
        continue;
      }
      CsvFile csv = CsvFile.read(name, SharedData.bytes(file));
      var rows = new ArrayList<Map<String, String>>();
      for (CsvRow row : csv.rows()) {
        var values = new LinkedHashMap<String, String>();
        csv.columns().forEach(column -> values.put(column, row.raw(column)));
        rows.add(values);
      }
      assertThat(csv.problems()).as(name).isEmpty();
      assertThat(rows).as(name).isEqualTo(json(folder.resolve("json/" + name + ".json")));
    }
  }

  private static Object json(Path file) {
    // JSON is YAML but for tabs, and every value there is a text.
    var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    String text = new String(SharedData.bytes(file), StandardCharsets.UTF_8);
    return new Load(settings).loadFromString(text);
  }
}
