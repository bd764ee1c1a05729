package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.Problem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedFormTest {
  private static final FormRequest REQUEST = SampleRequests.issuer(3, List.of());
  private static final byte[] BLANK = BlankForm.write(REQUEST);
  private static final byte[] WRONG =
      EditedForm.of(
          BLANK,
          book -> {
            EditedForm.cell(book, "answer_A1_02").setCellValue("約1万");
            EditedForm.cell(book, "answer_A1_03").setCellValue("=1+1");
            EditedForm.cell(book, "answer_A13_01_LOAD").setCellValue("×");
            EditedForm.at(book.getSheet("A1_規模"), 20, 1).setCellValue("=HYPERLINK(\"x\")");
          });
  @TempDir Path folder;

  private static List<Problem> problems(byte[] content) {
    FormFile form = FormFile.read("返送.xlsx", content, SampleRequests.CATALOG);
    var problems = new ArrayList<>(form.problems());
    form.unit().ifPresent(unit -> problems.addAll(CheckedForm.problems(unit, REQUEST)));
    return problems;
  }

  private static byte[] marked(byte[] content) {
    return ReturnedForm.mark("返送.xlsx", content, problems(content));
  }

  private static XSSFWorkbook open(byte[] content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  @Test
  void listsEveryProblemOnItsFirstSheetWithALinkToItsCell() throws IOException {
    try (XSSFWorkbook book = open(marked(WRONG))) {
      assertThat(book.getSheetName(0)).isEqualTo("エラー一覧");
      assertThat(book.getActiveSheetIndex()).isZero();
      var list = book.getSheetAt(0);
      assertThat(texts(list.getRow(3)))
          .containsExactly("No.", "区分", "シート", "セル", "設問", "記入内容", "期待する内容", "直し方");
      var lines = new ArrayList<List<String>>();
      for (int row = 4; row <= list.getLastRowNum(); row++) {
        lines.add(texts(list.getRow(row)).subList(1, 6));
      }
      assertThat(lines)
          .containsExactlyInAnyOrder(
              List.of("確認事項", "A1_規模", "B21", "", "=HYPERLINK(\"x\")"),
              List.of("エラー", "A13_メリットと懸念", "C6", "A13_01 API連携のメリット（複数選択）", "×"),
              List.of("エラー", "A1_規模", "C5", "A1_02 会員数（基準日時点）", "約1万"),
              List.of("エラー", "A1_規模", "C6", "A1_03 会員サイト・アプリの登録者数（基準日時点）", "=1+1"));
      assertThat(list.getRow(4).getCell(3).getHyperlink().getAddress()).isEqualTo("'A1_規模'!B21");
    }
  }

  private static List<String> texts(XSSFRow row) {
    var texts = new ArrayList<String>();
    row.forEach(
        cell -> {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          texts.add(cell.toString());
        });
    return texts;
  }

  @Test
  void marksTheCellsWithAColourAndANote() throws IOException {
    try (XSSFWorkbook book = open(marked(WRONG))) {
      var cell = EditedForm.cell(book, "answer_A1_02");
      assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
          .endsWith(Look.Fill.ERROR.rgb());
      assertThat(cell.getCellStyle().getLocked()).isFalse();
      assertThat(cell.getCellComment().getString().getString()).contains("エラー：", "整数");
      assertThat(cell.getStringCellValue()).isEqualTo("約1万");
      assertThat(EditedForm.cell(book, "answer_A1_04").getCellComment()).isNull();
    }
  }

  @Test
  void canBeMendedAndSentAgain() throws IOException {
    byte[] mended = EditedForm.of(marked(WRONG), ReturnedFormTest::mend);
    assertThat(problems(mended)).isEmpty();
    try (XSSFWorkbook book = open(marked(mended))) {
      var cell = EditedForm.cell(book, "answer_A1_02");
      assertThat(cell.getCellComment()).isNull();
      assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
          .endsWith(Look.Fill.ASKED.rgb());
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("エラーは見つかりませんでした。");
    }
  }

  private static void mend(XSSFWorkbook book) {
    EditedForm.cell(book, "answer_A1_02").setCellValue(12345);
    EditedForm.cell(book, "answer_A1_03").setCellValue(2);
    EditedForm.cell(book, "answer_A13_01_LOAD").setCellValue("○");
    EditedForm.at(book.getSheet("A1_規模"), 20, 1).setBlank();
  }

  @Test
  void hasOneListHoweverOftenItGoesBack() throws IOException {
    byte[] twice = marked(marked(WRONG));
    assertThat(problems(twice)).hasSameSizeAs(problems(WRONG));
    try (XSSFWorkbook book = open(twice)) {
      assertThat(book.getSheetName(0)).isEqualTo("エラー一覧");
      assertThat(book.getSheetName(1)).isEqualTo("表紙");
      assertThat(EditedForm.cell(book, "answer_A1_02").getCellComment()).isNotNull();
    }
  }

  @Test
  void keepsItsMarksInLibreOfficeAndCanBeMendedThere() throws IOException {
    byte[] saved = LibreOffice.converted(folder, marked(WRONG), "xlsx");
    try (XSSFWorkbook book = open(saved)) {
      var cell = EditedForm.cell(book, "answer_A1_02");
      assertThat(cell.getCellComment().getString().getString()).contains("【エラー一覧】", "エラー：");
      assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
          .endsWith(Look.Fill.ERROR.rgb());
    }
    assertThat(problems(saved)).hasSameSizeAs(problems(WRONG));
    byte[] mended = EditedForm.of(saved, ReturnedFormTest::mend);
    assertThat(problems(mended)).isEmpty();
  }

  @Test
  void isAListAloneWhereTheFileIsNoWorkbook() throws IOException {
    byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    try (XSSFWorkbook book = open(marked(html))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(1);
      assertThat(texts(book.getSheetAt(0).getRow(4)).get(1)).isEqualTo("エラー");
    }
  }

  @Test
  void isAListAloneWhereTheFileWouldTakeTooMuchMemory() throws IOException {
    byte[] large =
        EditedForm.of(
            BLANK,
            book -> {
              var sheet = book.createSheet("控え");
              for (int row = 0; row < 300; row++) {
                EditedForm.at(sheet, row, 0).setCellValue(row + "x".repeat(30_000));
              }
            });
    try (XSSFWorkbook book = open(marked(large))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(1);
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .startsWith("このファイルは開くことができないため");
    }
  }
}
