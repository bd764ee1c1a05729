package jp.renkei.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class PrintedBlocksTest {
  /** The height of A4 landscape within margins of 0.75 inches. */
  private static final double PAGE_POINTS = 595.3 - 2 * 0.75 * 72;

  @Test
  void pagesEndBetweenBlocksOnly() throws IOException {
    var starts = new ArrayList<Integer>();
    var sheet = sheetOf(starts, 12, 12, 3, 20, 7, 12, 12);
    assertThat(breaks(sheet)).isNotEmpty().allMatch(starts::contains);
    int first = 0;
    for (int next : breaks(sheet)) {
      assertThat(height(sheet, first, next)).isLessThanOrEqualTo(PAGE_POINTS);
      first = next;
    }
    assertThat(height(sheet, first, sheet.getLastRowNum() + 1)).isLessThanOrEqualTo(PAGE_POINTS);
  }

  @Test
  void aBlockLongerThanAPageBeginsWhereItStands() throws IOException {
    var starts = new ArrayList<Integer>();
    assertThat(breaks(sheetOf(starts, 2, 200))).isEmpty();
  }

  @Test
  void aShortSheetHasNoBreaks() throws IOException {
    assertThat(breaks(sheetOf(new ArrayList<>(), 5, 5))).isEmpty();
  }

  private static XSSFSheet sheetOf(List<Integer> starts, int... rowsOfBlocks) throws IOException {
    try (var workbook = new XSSFWorkbook()) {
      var writer = new SheetWriter(workbook, new WorkbookStyles(workbook), "表", 40);
      writer.line(Role.TITLE, "題");
      for (int rows : rowsOfBlocks) {
        starts.add(writer.nextRow());
        writer.together(
            () ->
                IntStream.range(0, rows)
                    .forEach(row -> writer.row(SheetCell.text("行" + row), SheetCell.text("値"))));
      }
      writer.finish(new PageText("題", "2026-03-31", ""));
      return writer.sheet();
    }
  }

  /** The rows that begin a page after a break that was set. */
  private static List<Integer> breaks(XSSFSheet sheet) {
    return Arrays.stream(sheet.getRowBreaks()).map(row -> row + 1).boxed().toList();
  }

  private static double height(XSSFSheet sheet, int first, int end) {
    return IntStream.range(first, end)
        .mapToObj(sheet::getRow)
        .mapToDouble(row -> row.getHeightInPoints())
        .sum();
  }
}
