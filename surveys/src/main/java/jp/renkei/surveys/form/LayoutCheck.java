package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/**
 * Compares a returned form with what it was when it was handed out: every name must stand for the
 * same cells, and every label must be what it was. An answer beside another label is another
 * answer, so any difference refuses the form, and no answer is read from its sheet; each sheet's
 * first ones are named.
 */
final class LayoutCheck {
  private static final int MOST_NAMED = 5;

  private final WorkbookContent content;
  private final FormRecord record;
  private final FormProblems problems;
  private final SortedMap<String, List<Difference>> differences = new TreeMap<>();

  private record Difference(Place place, BilingualText found, BilingualText expected) {}

  LayoutCheck(WorkbookContent content, FormRecord record, FormProblems problems) {
    this.content = content;
    this.record = record;
    this.problems = problems;
  }

  /**
   * Tells every difference.
   *
   * @return the sheets that are not as they were handed out
   */
  Set<String> check() {
    var missing = record.labels().keySet().stream().filter(this::isMissing).toList();
    missing.forEach(this::tellMissing);
    // Labels first: a respondent sees them, and names of cells it does not.
    record
        .labels()
        .forEach((sheet, labels) -> content.sheet(sheet).ifPresent(it -> labels(it, labels)));
    record.areas().forEach(this::area);
    record.labels().keySet().stream()
        .flatMap(sheet -> content.sheet(sheet).stream())
        .forEach(this::merged);
    differences.forEach(this::tell);
    var changed = new TreeSet<>(missing);
    changed.addAll(differences.keySet());
    return changed;
  }

  private boolean isMissing(String title) {
    return content.sheet(title).isEmpty();
  }

  private void tellMissing(String title) {
    problems.error(
        Place.cell(title, ""),
        Reason.CHANGED_LAYOUT,
        FormProblems.text("found.no_sheet"),
        FormProblems.text("expected.sheet"),
        FormProblems.text("remedy.layout"));
  }

  private void area(String name, Area stated) {
    if (content.sheet(stated.sheet()).isEmpty()) {
      return;
    }
    Area found = content.names().get(name);
    if (stated.equals(found)) {
      return;
    }
    differ(
        stated.sheet(),
        stated.first(),
        found == null
            ? FormProblems.text("found.no_name", name)
            : FormProblems.text("found.moved", name, RecordSheet.range(found)),
        FormProblems.text("expected.place", name, RecordSheet.range(stated)));
  }

  /** Of joined cells the first alone is seen, but what stood in the others is still there. */
  private void merged(WorkbookContent.Sheet sheet) {
    for (Area merged : sheet.merged()) {
      if (record.areas().values().stream().anyMatch(merged::meets)) {
        differ(
            sheet.name(),
            merged.first(),
            FormProblems.text("found.merged", RecordSheet.range(merged)),
            FormProblems.text("expected.unmerged"));
      }
    }
  }

  private void labels(WorkbookContent.Sheet sheet, SortedMap<Position, String> labels) {
    for (Map.Entry<Position, String> label : labels.entrySet()) {
      WorkbookCell cell = sheet.cells().get(label.getKey());
      if (cell == null) {
        differ(
            sheet.name(),
            label.getKey(),
            FormProblems.text("found.no_label"),
            FormProblems.text("expected.label"));
      } else if (cell.isFormula() || !FormRecord.digest(cell.text()).equals(label.getValue())) {
        differ(
            sheet.name(),
            label.getKey(),
            new BilingualText(cell.text(), cell.text()),
            FormProblems.text("expected.label"));
      }
    }
  }

  private void differ(
      String sheet, Position position, BilingualText found, BilingualText expected) {
    differences
        .computeIfAbsent(sheet, absent -> new ArrayList<>())
        .add(new Difference(FormProblems.place(sheet, position), found, expected));
  }

  private void tell(String sheet, List<Difference> ofSheet) {
    for (Difference each : ofSheet.subList(0, Math.min(MOST_NAMED, ofSheet.size()))) {
      problems.error(
          each.place(),
          Reason.CHANGED_LAYOUT,
          each.found(),
          each.expected(),
          FormProblems.text("remedy.layout"));
    }
    if (ofSheet.size() > MOST_NAMED) {
      problems.error(
          Place.cell(sheet, ""),
          Reason.CHANGED_LAYOUT,
          FormProblems.text("found.more_changes", ofSheet.size() - MOST_NAMED),
          FormProblems.text("expected.layout"),
          FormProblems.text("remedy.layout"));
    }
  }
}
