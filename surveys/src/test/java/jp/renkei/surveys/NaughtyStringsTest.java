package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import jp.renkei.surveys.workbook.WorkbookReader;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Texts that break programs go through ours unchanged and harmless. */
class NaughtyStringsTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  private static List<String> strings() {
    Path file = SharedData.folder("hostile/naughty-strings").resolve("blns.base64.json");
    Matcher each =
        Pattern.compile("\"([A-Za-z0-9+/=]+)\"")
            .matcher(new String(SharedData.bytes(file), StandardCharsets.UTF_8));
    var strings = new ArrayList<String>();
    while (each.find()) {
      byte[] bytes = Base64.getDecoder().decode(each.group(1));
      strings.add(new String(bytes, StandardCharsets.UTF_8));
    }
    assertThat(strings).hasSizeGreaterThan(500);
    return strings;
  }

  private static boolean isWritable(String text) {
    return PlainText.firstUnwritable(text).isEmpty();
  }

  @Test
  void goFromACsvIntoAnAnswerUnchanged() {
    for (String text : strings()) {
      if (text.isBlank()) {
        continue;
      }
      var value = new ArrayList<>(AnswerCsv.ROW);
      value.set(8, "A15_04");
      value.set(9, text);
      var freeText = new ArrayList<>(AnswerCsv.ROW);
      freeText.set(8, "A14_01");
      freeText.set(9, "COST");
      freeText.set(11, text);
      AnswerFile file = AnswerFile.read("naughty.csv", AnswerCsv.bytes(List.of(value, freeText)));
      assertThat(file.problems()).as(text).isEmpty();
      UnitCheck check = UnitCheck.of(file.units().get(0), CATALOG, new SampleRegister());
      if (!isWritable(text.strip())) {
        assertThat(check.problems()).extracting(Problem::reason).containsOnly(Reason.WRONG_TYPE);
        assertThat(check.problems().get(0).japanese()).contains("制御文字（U+");
        continue;
      }
      assertThat(check.problems()).as(text).isEmpty();
      String kept = text.strip().replace("\r\n", "\n").replace('\r', '\n');
      assertThat(check.answers().get(0).value()).isEqualTo(kept);
      assertThat(check.answers().get(1).freeText()).isEqualTo(kept);
    }
  }

  @Test
  void goFromAWorkbookIntoItsCellsUnchanged() throws IOException {
    List<String> strings = strings().stream().filter(NaughtyStringsTest::isWritable).toList();
    byte[] content;
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("自由記述");
      for (int i = 0; i < strings.size(); i++) {
        sheet.createRow(i).createCell(0).setCellValue(strings.get(i));
      }
      workbook.write(bytes);
      content = bytes.toByteArray();
    }
    var read = WorkbookReader.read("naughty.xlsx", content);
    assertThat(read.problems()).isEmpty();
    for (int i = 0; i < strings.size(); i++) {
      String text = strings.get(i);
      var cell = read.content().orElseThrow().cell("自由記述", new Position(i, 0));
      assertThat(cell.map(WorkbookCell::text).orElse("")).isEqualTo(text);
      assertThat(cell.filter(WorkbookCell::isFormula)).isEmpty();
    }
  }

  @Test
  void comeOutInACsvThatRunsNoneOfThem() throws IOException {
    for (String text : strings()) {
      String line = CsvCell.of(text);
      try (var records = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(line + ",end")) {
        String cell = records.iterator().next().getField(0);
        assertThat(cell).isIn(text, "'" + text);
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
      }
    }
  }
}
