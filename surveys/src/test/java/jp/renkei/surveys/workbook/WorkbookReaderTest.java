package jp.renkei.surveys.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookCell.Kind;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookReaderTest {
  private static byte[] written(Consumer<XSSFWorkbook> content) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      content.accept(workbook);
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static WorkbookContent read(byte[] content) {
    WorkbookReading reading = WorkbookReader.read("form.xlsx", content);
    assertThat(reading.problems()).isEmpty();
    return reading.content().orElseThrow();
  }

  private static WorkbookContent read(RawWorkbook workbook) {
    return read(workbook.bytes());
  }

  /** {@code A1=text KIND} for every cell of the first sheet. */
  private static String cells(WorkbookContent content) {
    return content.sheets().get(0).cells().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            cell ->
                CellReference.name(cell.getKey())
                    + "="
                    + cell.getValue().text()
                    + " "
                    + cell.getValue().kind()
                    + (cell.getValue().isFormula() ? " formula" : ""))
        .collect(Collectors.joining("; "));
  }

  @Test
  void readsWhatALibraryWrote() throws IOException {
    byte[] content =
        written(
            workbook -> {
              var sheet = workbook.createSheet("A1 規模");
              workbook.createSheet("隠し");
              workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
              var row = sheet.createRow(6);
              row.createCell(3).setCellValue(1234.5);
              row.createCell(4).setCellValue("架空カード\n株式会社");
              row.createCell(5).setCellValue(true);
              row.createCell(6).setCellErrorValue(FormulaError.NA.getCode());
              row.createCell(7).setBlank();
              row.createCell(8).setCellValue("");
              Cell date = row.createCell(9);
              date.setCellValue(LocalDate.of(2026, 3, 31));
              var style = workbook.createCellStyle();
              style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/mm/dd"));
              date.setCellStyle(style);
              Cell sum = row.createCell(10);
              sum.setCellFormula("D7*2");
              sum.setCellValue(2469);
              var rich = new XSSFRichTextString("太字と普通");
              rich.applyFont(0, 2, workbook.createFont());
              row.createCell(11).setCellValue(rich);
              var name = workbook.createName();
              name.setNameName("A1_01");
              name.setRefersToFormula("'A1 規模'!$D$7:$E$9");
              workbook
                  .getProperties()
                  .getCoreProperties()
                  .setModified(Optional.of(Date.from(Instant.parse("2026-04-20T01:00:00Z"))));
            });
    WorkbookContent read = read(content);
    assertThat(cells(read))
        .isEqualTo(
            "D7=1234.5 NUMBER; E7=架空カード\n株式会社 TEXT; F7=TRUE BOOLEAN; G7=#N/A ERROR;"
                + " J7=2026-03-31 DATE; K7=2469 NUMBER formula; L7=太字と普通 TEXT");
    assertThat(read.sheets())
        .extracting(WorkbookContent.Sheet::isHidden)
        .containsExactly(false, true);
    assertThat(read.names())
        .containsExactly(
            Map.entry("A1_01", new Area("A1 規模", new Position(6, 3), new Position(8, 4))));
    assertThat(read.modified()).contains(Instant.parse("2026-04-20T01:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "12.0|12",
        "-0|0",
        "1E+5|100000",
        "1.5E-3|0.0015",
        "0.30000000000000004|0.3",
        "0.1|0.1",
        "12345678901234567|12345678901234600",
        "9.99999999999999E+307|999999999999999000000000000000000000000000000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "0000000000000000000000000000000000000000000000000000000000000000000000"
      })
  void writesNumbersPlainAsTheyAreShown(String value, String expected) {
    WorkbookContent read = read(RawWorkbook.of("<row><c><v>%s</v></c></row>".formatted(value)));
    assertThat(cells(read)).isEqualTo("A1=" + expected + " NUMBER");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "1e999999999", "0x1p3", "12d", "1-2", "十"})
  void keepsWhatIsNoNumberAsText(String value) {
    WorkbookContent read = read(RawWorkbook.of("<row><c><v>%s</v></c></row>".formatted(value)));
    assertThat(cells(read)).isEqualTo("A1=" + value + " TEXT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy/m/d|46112|2026-03-31 DATE",
        "yyyy\"年\"m\"月\"d\"日\"|46112|2026-03-31 DATE",
        "[$-411]ggge\"年\"m\"月\"d\"日\";@|46112|2026-03-31 DATE",
        "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@|46112|2026-03-31 DATE",
        "[$-411]ge.m.d;@|46112|2026-03-31 DATE",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy|46112|2026-03-31 DATE",
        "m\"月\"d\"日\"(aaa)|46112|2026-03-31 DATE",
        "yyyy/m/d h:mm|46112.395833333336|2026-03-31T09:30:00 DATE",
        "yyyy/m/d h:mm:ss.000|46112.5|2026-03-31T12:00:00 DATE",
        "[h]:mm|1.5|1900-01-01T12:00:00 DATE",
        "yyyy/m/d|0.99999999999|1900-01-01 DATE",
        "yyyy/m/d|60|1900-03-01 DATE",
        "yyyy/m/d|-1|-1 NUMBER",
        "yyyy/m/d|2958465|9999-12-31 DATE",
        "yyyy/m/d|2958466|2958466 NUMBER",
        "0.0%|0.995|99.5 PERCENT",
        "0%|1|100 PERCENT",
        "0.00%|0.07|7 PERCENT",
        "[Red]0.0%;[Blue]-0.0%|0.285|28.5 PERCENT",
        "#,##0\"件\"|12|12 NUMBER",
        "#,##0_);[Red]\\(#,##0\\)|12|12 NUMBER",
        "0.00E+00|1200|1200 NUMBER",
        "G/標準|46112|46112 NUMBER",
        "General\"d\"|46112|46112 NUMBER",
        "\"令和\"0\"年度\"|8|8 NUMBER",
        "[DBNum1]0|8|8 NUMBER",
        "0\\d|8|8 NUMBER",
        "@|8|8 NUMBER",
        "\"50%\"0|8|8 NUMBER",
        "\"a;b\"yyyy/m/d|46112|2026-03-31 DATE"
      })
  void tellsDatesAndPercentagesByTheirFormat(String format, String value, String expected) {
    String escaped = format.replace("\"", "&quot;");
    RawWorkbook workbook =
        RawWorkbook.of("<row><c s=\"1\"><v>%s</v></c></row>".formatted(value))
            .styles(
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"%s\"/></numFmts>".formatted(escaped)
                    + "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>");
    assertThat(cells(read(workbook))).isEqualTo("A1=" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "14, DATE", "22, DATE", "27, DATE", "31, DATE", "45, DATE", "57, DATE",
    "9, PERCENT", "10, PERCENT", "0, NUMBER", "3, NUMBER", "49, NUMBER", "999, NUMBER"
  })
  void knowsTheFormatsThatFilesNeedNotSpellOut(int id, Kind kind) {
    RawWorkbook workbook =
        RawWorkbook.of("<row><c s=\"0\"><v>40000</v></c></row>")
            .styles("<cellXfs><xf numFmtId=\"%d\"/></cellXfs>".formatted(id));
    assertThat(read(workbook).sheets().get(0).cells().get(new Position(0, 0)).kind())
        .isEqualTo(kind);
  }

  @Test
  void countsDaysFrom1904WhereTheFileSaysSo() {
    RawWorkbook workbook =
        RawWorkbook.of("<row><c s=\"0\"><v>44650</v></c></row>")
            .styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
            .part(
                "xl/workbook.xml",
                RawWorkbook.workbook(
                    "<workbookPr date1904=\"1\"/><sheets>"
                        + RawWorkbook.sheetEntry("調査票", 1)
                        + "</sheets>"));
    assertThat(cells(read(workbook))).isEqualTo("A1=2026-03-31 DATE");
  }

  @Test
  void leavesReadingsAsideAndJoinsRuns() {
    RawWorkbook workbook =
        RawWorkbook.of(
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                    + "<c t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is></c></row>")
            .sharedTexts(
                "<si><t>大阪</t><rPh sb=\"0\" eb=\"2\"><t>オオサカ</t></rPh><phoneticPr fontId=\"1\"/></si>"
                    + "<si><r><rPr><b/></rPr><t>名</t></r><r><t xml:space=\"preserve\">古屋 </t></r>"
                    + "<rPh sb=\"0\" eb=\"1\"><t>ナ</t></rPh></si>");
    assertThat(cells(read(workbook))).isEqualTo("A1=大阪 TEXT; B1=名古屋  TEXT; C1=東京 TEXT");
  }

  @Test
  void resolvesEscapedCharacters() {
    RawWorkbook workbook =
        RawWorkbook.of(
            "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_c_x12_</t></is></c>"
                + "<c t=\"str\"><f>A1</f><v>x_x0009_y</v></c></row>");
    assertThat(cells(read(workbook))).isEqualTo("A1=a\rb_x0041_c_x12_ TEXT; B1=x\ty TEXT formula");
  }

  @Test
  void readsDatesThatTheFileHoldsAsText() {
    RawWorkbook workbook =
        RawWorkbook.of(
            "<row><c t=\"d\"><v>2026-03-31T00:00:00</v></c><c t=\"d\"><v>2026-03-31T09:30:00Z</v></c>"
                + "<c t=\"d\"><v>2026-03-31</v></c></row>");
    assertThat(cells(read(workbook)))
        .isEqualTo("A1=2026-03-31 DATE; B1=2026-03-31T09:30:00 DATE; C1=2026-03-31 DATE");
  }

  @Test
  void countsOnWhereCellsSayNoAddress() {
    RawWorkbook workbook =
        RawWorkbook.of(
            "<row><c><v>1</v></c><c><v>2</v></c></row>"
                + "<row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>");
    assertThat(cells(read(workbook)))
        .isEqualTo("A1=1 NUMBER; B1=2 NUMBER; C5=3 NUMBER; D5=4 NUMBER; A6=5 NUMBER");
  }

  @Test
  void takesNamesOfOneAreaOnly() {
    RawWorkbook workbook =
        RawWorkbook.minimal()
            .part(
                "xl/workbook.xml",
                RawWorkbook.workbook(
                    "<sheets>"
                        + RawWorkbook.sheetEntry("調査票", 1)
                        + "</sheets><definedNames>"
                        + "<definedName name=\"cell\">調査票!$B$2</definedName>"
                        + "<definedName name=\"quoted\">'It''s \"A\"'!$A$1:$B$2</definedName>"
                        + "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">調査票!$A$1</definedName>"
                        + "<definedName name=\"gone\">#REF!</definedName>"
                        + "<definedName name=\"two\">調査票!$A$1,調査票!$B$1</definedName>"
                        + "<definedName name=\"column\">調査票!$A:$A</definedName>"
                        + "<definedName name=\"other\">[1]調査票!$A$1</definedName>"
                        + "<definedName name=\"other2\">'[1]調査票'!$A$1</definedName>"
                        + "<definedName name=\"text\">\"調査票!$A$1\"</definedName>"
                        + "</definedNames>"));
    assertThat(read(workbook).names())
        .containsOnly(
            Map.entry("cell", new Area("調査票", new Position(1, 1), new Position(1, 1))),
            Map.entry("quoted", new Area("It's \"A\"", new Position(0, 0), new Position(1, 1))));
  }

  @Test
  void saysWhereACellIsAtFault() {
    WorkbookReading reading =
        WorkbookReader.read(
            "回答.xlsx", RawWorkbook.of("<row><c r=\"B7\" t=\"s\"><v>3</v></c></row>").bytes());
    assertThat(reading.problems().get(0).japanese())
        .isEqualTo(
            "回答.xlsx 「調査票」!B7：「存在しない文字列への参照（3番）」とあります。表計算ソフトで開けるExcelブック（.xlsx）である必要があります。"
                + "Excelで開けることを確かめて保存し直すか、配布した様式に記入し直して、再度提出してください。");
    assertThat(reading.problems().get(0).english())
        .isEqualTo(
            "回答.xlsx 「調査票」!B7: found 'a reference to text 3, which does not exist', expected a workbook"
                + " (.xlsx) that a spreadsheet program opens. Check that Excel opens it and save it"
                + " again, or fill in the form that was sent out, and send it again.");
  }

  @Test
  void saysJustThatAWorkbookHasAPassword() throws Exception {
    byte[] plain = RawWorkbook.minimal().bytes();
    var info = new EncryptionInfo(EncryptionMode.agile);
    info.getEncryptor().confirmPassword("秘密");
    var bytes = new ByteArrayOutputStream();
    try (var files = new POIFSFileSystem()) {
      try (var stream = info.getEncryptor().getDataStream(files)) {
        stream.write(plain);
      }
      files.writeFilesystem(bytes);
    }
    assertThat(WorkbookReader.read("回答.xlsx", bytes.toByteArray()).problems().get(0).japanese())
        .isEqualTo(
            "回答.xlsx：「パスワードで保護されたファイル」とあります。パスワードや暗号化のないExcelブック（.xlsx）である必要があります。"
                + "パスワードや暗号化を解除して保存し直して、再度提出してください。");
  }

  @Test
  void copiesOnlyWhatItRead() throws IOException {
    byte[] content =
        written(
            workbook -> workbook.createSheet("回答").createRow(0).createCell(0).setCellValue("あ"));
    byte[] copy = SafeCopy.of(content);
    assertThat(read(copy)).isEqualTo(read(content));
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
      assertThat(workbook.getSheet("回答").getRow(0).getCell(0).getStringCellValue()).isEqualTo("あ");
    }
  }

  @Test
  void readsTimesOfDayToTheSecond() throws IOException {
    byte[] content =
        written(
            workbook -> {
              var style = workbook.createCellStyle();
              style.setDataFormat((short) 22);
              Cell cell = workbook.createSheet("s").createRow(0).createCell(0);
              cell.setCellValue(LocalDateTime.of(2026, 4, 20, 23, 59, 59));
              cell.setCellStyle(style);
            });
    assertThat(cells(read(content))).isEqualTo("A1=2026-04-20T23:59:59 DATE");
  }

  @Test
  void refusesAWorkbookWithMacrosWhateverItsName() {
    byte[] content = RawWorkbook.minimal().part("xl/vbaProject.bin", "x").bytes();
    assertThat(WorkbookReader.read("回答.xlsx", content).problems())
        .extracting(problem -> problem.reason())
        .containsExactly(Reason.MACRO_WORKBOOK);
  }
}
