package jp.renkei.surveys.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Does to a form what respondents do to forms. */
final class EditedForm {
  private EditedForm() {}

  static byte[] of(byte[] form, Consumer<XSSFWorkbook> edit) {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
      edit.accept(workbook);
      var out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first cell of a name. */
  static XSSFCell cell(XSSFWorkbook workbook, String name) {
    var area =
        new AreaReference(
            workbook.getName(name).getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
    var first = area.getFirstCell();
    return at(workbook.getSheet(first.getSheetName()), first.getRow(), first.getCol());
  }

  static XSSFCell at(XSSFSheet sheet, int row, int column) {
    XSSFRow found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return found.getCell(column) == null ? found.createCell(column) : found.getCell(column);
  }
}
