package jp.renkei.reports.meeting;

import java.util.StringJoiner;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;

/** A workbook as text: every cell as Excel shows it, sheet by sheet. */
public final class CellDump {
  private CellDump() {}

  public static String of(Workbook workbook) {
    var formatter = new DataFormatter(java.util.Locale.ROOT);
    var dump = new StringBuilder();
    for (var sheet : workbook) {
      dump.append("# ").append(sheet.getSheetName()).append('\n');
      for (var row : sheet) {
        var line = new StringJoiner(" | ");
        for (var cell : row) {
          var mark = cell.getCellType() == CellType.NUMERIC ? "#" : "";
          line.add(mark + formatter.formatCellValue(cell).replace("\n", "⏎"));
        }
        dump.append(row.getRowNum() + 1).append(": ").append(line).append('\n');
      }
    }
    return dump.toString();
  }
}
