package jp.renkei.surveys.form;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.surveys.SurveyRound;
import org.apache.poi.ss.util.CellRangeAddress;

/** The first sheet: what is asked of whom, as of when, until when, and which sheets there are. */
final class CoverSheet {
  private static final int NAME = 0;
  private static final int VALUE = 1;
  private static final List<Integer> WIDTHS = List.of(24, 56, 10);

  private final FormParts parts;
  private final FormSheet sheet;
  private int row;

  private CoverSheet(FormParts parts, FormSheet sheet) {
    this.parts = parts;
    this.sheet = sheet;
  }

  static void write(FormParts parts, List<SheetPlan> plans) {
    var sheet = parts.book().sheet(FormWords.ja("sheet.cover"));
    sheet.columns(WIDTHS);
    var cover = new CoverSheet(parts, sheet);
    cover.survey();
    cover.respondent();
    cover.submission();
    cover.contents(plans);
    parts.page().single(sheet);
  }

  private void survey() {
    var questionnaire = parts.request().questionnaire();
    SurveyRound round = parts.request().round();
    LocalDate reference = round.referenceDate();
    sheet.line(row, NAME, questionnaire.titleJa(), Look.TITLE);
    row += 2;
    fixed("round", round.roundId());
    fixed("version", FormWords.ja("cover.version_of", questionnaire.version()));
    fixed("reference_date", JapaneseDay.withEra(reference));
    fixed(
        "month",
        FormWords.ja(
            "cover.from_to",
            JapaneseDay.plain(reference.withDayOfMonth(1)),
            JapaneseDay.plain(reference.withDayOfMonth(reference.lengthOfMonth()))));
    fixed(
        "due_date",
        JapaneseDay.withEra(round.dueDate()) + " " + JapaneseDay.weekday(round.dueDate()) + "曜日");
    row++;
  }

  private void respondent() {
    var respondent = parts.request().respondent();
    heading("respondent");
    sheet.name(FormNames.SHOWN_RESPONDENT, fixed("respondent_id", respondent.id()));
    sheet.name(FormNames.SHOWN_NAME, fixed("name", respondent.nameJa()));
    sheet.name(
        FormNames.SHOWN_CORPORATE_NUMBER, fixed("corporate_number", respondent.corporateNumber()));
    sheet.line(row++, NAME, FormWords.ja("cover.wrong_identity"), Look.SMALL_LINE);
    row++;
  }

  private void submission() {
    heading("submission");
    sheet.label(row, NAME, FormWords.ja("cover.submitted_on"), Look.LABEL);
    sheet.blank(row, VALUE, Look.OPTIONAL_DATE);
    sheet.name(FormNames.SUBMITTED_ON, area());
    parts.rules().submissionDay(sheet, area(), parts.request().round());
    sheet.height(row, List.of());
    row++;
    sheet.label(row, NAME, FormWords.ja("cover.correction_reason"), Look.LABEL);
    sheet.blank(row, VALUE, Look.WORDS);
    sheet.name(FormNames.CORRECTION_REASON, area());
    parts.rules().words(sheet, area());
    sheet.height(row, List.of(new FormSheet.Cell("\n\n\n", WIDTHS.get(VALUE))));
    row++;
    sheet.line(row++, NAME, FormWords.ja("cover.how_to_correct"), Look.SMALL_LINE);
    row++;
  }

  private void contents(List<SheetPlan> plans) {
    heading("contents");
    sheet.link(row++, NAME, FormWords.ja("sheet.guide"));
    for (SheetPlan plan : plans) {
      sheet.link(row, NAME, plan.title());
      sheet.label(
          row,
          WIDTHS.size() - 1,
          FormWords.ja("cover.questions", plan.questions().size()),
          Look.SMALL);
      row++;
    }
  }

  private void heading(String key) {
    sheet.line(row++, NAME, FormWords.ja("cover." + key), Look.HEADING);
  }

  private CellRangeAddress fixed(String key, String value) {
    sheet.label(row, NAME, FormWords.ja("cover." + key), Look.LABEL);
    sheet.label(row, VALUE, value, Look.FIXED);
    sheet.height(row, List.of(new FormSheet.Cell(value, WIDTHS.get(VALUE))));
    row++;
    return new CellRangeAddress(row - 1, row - 1, VALUE, VALUE);
  }

  private CellRangeAddress area() {
    return new CellRangeAddress(row, row, VALUE, VALUE);
  }
}
