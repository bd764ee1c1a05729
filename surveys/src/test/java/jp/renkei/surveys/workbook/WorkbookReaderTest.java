package jp.renkei.surveys.workbook;

import static jp.renkei.surveys.workbook.ReadCells.cells;
import static jp.renkei.surveys.workbook.ReadCells.read;
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
import jp.renkei.surveys.Problem.Reason;
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

class WorkbookReaderTest {
  private static byte[] written(Consumer<XSSFWorkbook> content) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      content.accept(workbook);
      workbook.write(bytes);
      return bytes.toByteArray();
    }
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
            "回答.xlsx 「調査票」!B7：存在しない文字列への参照（3番）。表計算ソフトで開けるExcelブック（.xlsx）が必要です。"
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
            "回答.xlsx：パスワードで保護されたファイル。パスワードや暗号化のないExcelブック（.xlsx）が必要です。"
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
