package jp.renkei.surveys.form;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookContent;

/**
 * Answers that stand where their sender does not see them, in rows, columns or sheets that somebody
 * hid: they count like all others, so their sender is told which they are.
 */
final class HiddenAnswers {
  private static final int MOST_NAMED = 5;

  private HiddenAnswers() {}

  static void find(
      WorkbookContent content,
      FormRecord record,
      Set<String> changedSheets,
      FormProblems problems) {
    var answers =
        new AreaIndex(
            record.areas().entrySet().stream()
                .filter(area -> !FormNames.isKey(area.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    for (var sheet : content.sheets()) {
      var hidden =
          sheet.cells().keySet().stream()
              .filter(sheet::isHidden)
              .filter(position -> answers.covers(sheet.name(), position))
              .sorted()
              .toList();
      if (hidden.isEmpty() || changedSheets.contains(sheet.name())) {
        continue;
      }
      String named =
          hidden.stream()
              .limit(MOST_NAMED)
              .map(RecordSheet::cell)
              .collect(Collectors.joining(", "));
      int more = hidden.size() - MOST_NAMED;
      problems.warning(
          FormProblems.place(sheet.name(), hidden.get(0)),
          Reason.CHANGED_LAYOUT,
          more > 0
              ? FormProblems.text("found.hidden_more", named, more)
              : FormProblems.text("found.hidden", named),
          FormProblems.text("expected.shown"),
          FormProblems.text("remedy.hidden"));
    }
  }
}
