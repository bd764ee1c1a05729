package jp.renkei.surveys.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jp.renkei.surveys.workbook.StableWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One .xlsx that a respondent fills in without help: cover, instructions, a sheet per section, and
 * hidden sheets for what reading it back needs. The same request gives the same bytes.
 *
 * <p><b>What is filled in beforehand.</b> As an answer only what says who the respondent is: its
 * 法人番号 from the register (locked) and what the questionnaire marks as identity, from last round's
 * answers. Everything else stands beside the empty cell as 前回の回答: a figure or a status that was
 * filled in beforehand and that nobody looked at would be counted as this round's answer. For the
 * same reason the consent to be named and dates that already lie in the past are not filled in: the
 * one is asked anew each round, and the others would turn an untouched row of a matrix into an
 * answer.
 */
public final class BlankForm {
  private BlankForm() {}

  public static byte[] write(FormRequest request) {
    try (var workbook = new XSSFWorkbook()) {
      write(request, new FormBook(workbook));
      var out = new ByteArrayOutputStream();
      StableWorkbook.write(
          workbook, request.questionnaire().titleJa(), request.round().referenceDate(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(FormRequest request, FormBook book) {
    var parts = FormParts.of(request, book);
    List<SheetPlan> plans = SheetPlan.of(request);
    CoverSheet.write(parts, plans);
    GuideSheet.write(parts);
    plans.forEach(plan -> plan.write(parts));
    RecordSheet.write(book, book.record(subject(request), request.round().referenceDate()));
    XSSFWorkbook workbook = book.workbook();
    workbook.setSheetOrder(FormNames.LIST_SHEET, workbook.getNumberOfSheets() - 1);
    workbook.setActiveSheet(0);
    workbook.setSelectedTab(0);
    workbook.setFirstVisibleTab(0);
  }

  private static FormRecord.Subject subject(FormRequest request) {
    return new FormRecord.Subject(
        request.questionnaire().id(),
        request.questionnaire().version(),
        request.round().roundId(),
        request.respondent().id(),
        request.respondent().nameJa(),
        request.respondent().corporateNumber());
  }
}
