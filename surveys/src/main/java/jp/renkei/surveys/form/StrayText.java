package jp.renkei.surveys.form;

import java.util.Set;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookContent;

/**
 * Finds what somebody wrote where no answer is asked for: nobody would read it, so its writer is
 * told. Sheets that are not the form's own are named once.
 */
final class StrayText {
  private static final int MOST_NAMED = 20;

  private StrayText() {}

  /**
   * Tells what is found.
   *
   * @param changedSheets where a label that moved would be taken for a text that was added
   */
  static void find(
      WorkbookContent content,
      FormRecord record,
      Set<String> changedSheets,
      FormProblems problems) {
    var answers = new AreaIndex(record.areas().values());
    for (WorkbookContent.Sheet sheet : content.sheets()) {
      boolean isHelp =
          sheet.name().equals(ProblemSheet.TITLE)
              || sheet.name().equals(FormNames.RECORD_SHEET)
              || sheet.name().equals(FormNames.LIST_SHEET);
      if (isHelp || sheet.cells().isEmpty() || changedSheets.contains(sheet.name())) {
        continue;
      }
      var labels = record.labels().get(sheet.name());
      if (labels == null) {
        problems.warning(
            Place.cell(sheet.name(), ""),
            Reason.STRAY_TEXT,
            FormProblems.text("found.other_sheet"),
            FormProblems.text("expected.own_sheets"),
            FormProblems.text("remedy.stray"));
        continue;
      }
      var strays =
          sheet.cells().keySet().stream()
              .filter(position -> !labels.containsKey(position))
              .filter(position -> !answers.covers(sheet.name(), position))
              .sorted()
              .toList();
      strays.stream()
          .limit(MOST_NAMED)
          .forEach(
              position ->
                  problems.warning(
                      FormProblems.place(sheet.name(), position),
                      Reason.STRAY_TEXT,
                      FormProblems.asWritten(sheet.cells().get(position).text()),
                      FormProblems.text("expected.blank"),
                      FormProblems.text("remedy.stray")));
      if (strays.size() > MOST_NAMED) {
        problems.warning(
            Place.cell(sheet.name(), ""),
            Reason.STRAY_TEXT,
            FormProblems.text("found.more_strays", strays.size() - MOST_NAMED),
            FormProblems.text("expected.blank"),
            FormProblems.text("remedy.stray"));
      }
    }
  }
}
