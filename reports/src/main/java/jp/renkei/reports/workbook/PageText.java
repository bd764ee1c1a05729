package jp.renkei.reports.workbook;

import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * What stands above and below every printed page.
 *
 * @param flag such as 案 or 架空データ; may be empty
 */
public record PageText(String title, String asOf, String flag) {
  public PageText {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(flag, "flag");
  }

  void writeTo(XSSFSheet sheet) {
    sheet.getHeader().setLeft(escaped(title));
    sheet.getHeader().setRight(escaped(flag));
    sheet.getFooter().setLeft(escaped("時点：" + asOf));
    sheet.getFooter().setCenter(escaped(sheet.getSheetName()));
    sheet.getFooter().setRight("&P / &N");
  }

  private static String escaped(String text) {
    return text.replace("&", "&&");
  }
}
