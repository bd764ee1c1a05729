package jp.renkei.surveys.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.workbook.SafeCopy;
import jp.renkei.surveys.workbook.WorkbookReader;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What goes back to a respondent: its own workbook as it came, with the cells that have problems
 * coloured and noted, and the sheet エラー一覧 before all others. It can be mended and sent again as it
 * is: the list and the marks are no change of the form.
 *
 * <p>A file that the reader refuses to open is not opened here either; then the list goes back
 * alone.
 */
public final class ReturnedForm {
  private static final long MOST_XML = 8L * 1024 * 1024;

  private ReturnedForm() {}

  /**
   * Marks a file of any content.
   *
   * @param problems all of them, in the order in which they are to be listed
   */
  public static byte[] mark(String name, byte[] content, List<Problem> problems) {
    var read = WorkbookReader.read(name, content).content();
    if (read.isEmpty()) {
      return listAlone(name, problems);
    }
    // What is measured is what is opened.
    byte[] safe = SafeCopy.of(content);
    if (!isSmall(safe)) {
      return listAlone(name, problems);
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(safe))) {
      return marked(workbook, new OriginalFills(read.get()), name, problems);
    } catch (IOException | RuntimeException e) {
      // Readable cell by cell, but not as a whole: some part of it is not what it should be. The
      // list says all that matters.
      return listAlone(name, problems);
    }
  }

  /** Our forms have half a megabyte of XML; a tree takes some twenty times as much memory. */
  private static boolean isSmall(byte[] content) {
    long size = 0;
    var buffer = new byte[8_192];
    try (var entries = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        boolean isPicture = entry.getName().startsWith("xl/media/");
        for (int read = entries.read(buffer); read > 0; read = entries.read(buffer)) {
          size += isPicture ? 0 : read;
          if (size > MOST_XML) {
            return false;
          }
        }
      }
      return true;
    } catch (IOException e) {
      // Our own copy can be read from its start; if not, the list says all that matters.
      return false;
    }
  }

  private static byte[] marked(
      XSSFWorkbook workbook, OriginalFills original, String name, List<Problem> problems)
      throws IOException {
    int former = workbook.getSheetIndex(ProblemSheet.TITLE);
    if (former >= 0) {
      workbook.removeSheetAt(former);
    }
    var styles = FormStyles.beside(workbook);
    var marks = new MarkedCells(workbook, styles);
    marks.clear(original);
    marks.mark(problems);
    ProblemSheet.add(workbook, styles, name, FormWords.ja("list.how"), problems);
    return bytes(workbook);
  }

  private static byte[] listAlone(String name, List<Problem> problems) {
    try (var workbook = new XSSFWorkbook()) {
      var styles = new FormStyles(workbook);
      ProblemSheet.add(workbook, styles, name, FormWords.ja("list.how_alone"), problems);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    var out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }
}
