package jp.renkei.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_x0041_",
        "_x005F_x0041_",
        "前_x000D_後",
        "=1+1",
        "'引用",
        "\u0001制御",
        "一\r\n二",
        "𠮷_x"
      })
  void textsComeBackAsTheyWereWhereverTheyStand(String text) throws IOException {
    assertThat(cells(text)).containsExactly(text, text, text, text);
  }

  /** A text as a line, a head, a group and a cell of a row, as POI reads them from the file. */
  private static List<String> cells(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      var sheet = new SheetWriter(workbook, new WorkbookStyles(workbook), "表", 40);
      sheet.line(Role.BODY, text);
      sheet.head(List.of(text));
      sheet.group(text, 1);
      sheet.row(SheetCell.text(text));
      workbook.write(out);
    }
    var read = new ArrayList<String>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      for (var row : workbook.getSheetAt(0)) {
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
        read.add(row.getCell(0).getStringCellValue());
      }
    }
    return read;
  }
}
