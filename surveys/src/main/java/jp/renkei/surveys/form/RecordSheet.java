package jp.renkei.surveys.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** The hidden sheet that holds a {@link FormRecord}: its names and values, and two lists. */
final class RecordSheet {
  private static final int AREA_COLUMN = 3;
  private static final int LABEL_COLUMN = 7;

  /** What a form may state of itself; ours stay below a tenth of it. */
  private static final int MOST_AREAS = 2_000;

  private static final int MOST_ROWS = 2_000;

  private RecordSheet() {}

  /** A record as a returned form states it, and the hash that was stored with it. */
  record Stated(FormRecord record, String layoutHash) {
    /** Whether nobody changed the hidden sheet. */
    boolean isWhole() {
      return record.layoutHash().equals(layoutHash);
    }
  }

  static void write(FormBook book, FormRecord record) {
    var sheet = book.hiddenSheet(FormNames.RECORD_SHEET);
    var subject = record.subject();
    var entries = new TreeMap<String, String>();
    entries.put(FormNames.FORM_KIND, FormNames.KIND);
    entries.put(FormNames.QUESTIONNAIRE, subject.questionnaireId());
    entries.put(FormNames.VERSION, Integer.toString(subject.version()));
    entries.put(FormNames.ROUND, subject.roundId());
    record
        .referenceDate()
        .ifPresent(date -> entries.put(FormNames.REFERENCE_DATE, date.toString()));
    entries.put(FormNames.RESPONDENT, subject.respondentId());
    entries.put(FormNames.RESPONDENT_NAME, subject.respondentName());
    entries.put(FormNames.CORPORATE_NUMBER, subject.corporateNumber());
    entries.put(FormNames.LAYOUT_HASH, record.layoutHash());
    int row = 0;
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      sheet.text(row, 0, entry.getKey());
      sheet.text(row, 1, entry.getValue());
      sheet.name(entry.getKey(), new CellRangeAddress(row, row, 1, 1));
      row++;
    }
    areas(sheet, record.areas());
    labels(sheet, record.labels());
  }

  private static void areas(FormSheet sheet, SortedMap<String, Area> areas) {
    int row = 0;
    for (Map.Entry<String, Area> entry : areas.entrySet()) {
      Area area = entry.getValue();
      sheet.text(row, AREA_COLUMN, entry.getKey());
      sheet.text(row, AREA_COLUMN + 1, area.sheet());
      sheet.text(row, AREA_COLUMN + 2, range(area));
      row++;
    }
    sheet.name(FormNames.AREAS, new CellRangeAddress(0, row - 1, AREA_COLUMN, AREA_COLUMN + 2));
  }

  private static void labels(
      FormSheet sheet, SortedMap<String, SortedMap<Position, String>> labels) {
    int row = 0;
    for (var ofSheet : labels.entrySet()) {
      var byRow = new TreeMap<Integer, StringJoiner>();
      ofSheet
          .getValue()
          .forEach(
              (position, digest) ->
                  byRow
                      .computeIfAbsent(position.row(), absent -> new StringJoiner(" "))
                      .add(position.column() + ":" + digest));
      for (var ofRow : byRow.entrySet()) {
        sheet.text(row, LABEL_COLUMN, ofSheet.getKey());
        sheet.text(row, LABEL_COLUMN + 1, Integer.toString(ofRow.getKey()));
        sheet.text(row, LABEL_COLUMN + 2, ofRow.getValue().toString());
        row++;
      }
    }
    sheet.name(FormNames.LABELS, new CellRangeAddress(0, row - 1, LABEL_COLUMN, LABEL_COLUMN + 2));
  }

  /** Empty when the workbook is not one of our forms, or its hidden sheet is no longer readable. */
  static Optional<Stated> read(WorkbookContent content) {
    var named = new NamedCells(content);
    try {
      if (!named.text(FormNames.FORM_KIND).equals(FormNames.KIND)) {
        return Optional.empty();
      }
      var subject =
          new FormRecord.Subject(
              named.text(FormNames.QUESTIONNAIRE),
              Integer.parseInt(named.text(FormNames.VERSION)),
              named.text(FormNames.ROUND),
              named.text(FormNames.RESPONDENT),
              named.text(FormNames.RESPONDENT_NAME),
              named.text(FormNames.CORPORATE_NUMBER));
      String referenceDate = named.text(FormNames.REFERENCE_DATE);
      var record =
          new FormRecord(
              subject,
              referenceDate.isEmpty()
                  ? Optional.empty()
                  : Optional.of(LocalDate.parse(referenceDate)),
              areas(content),
              labels(content));
      return Optional.of(new Stated(record, named.text(FormNames.LAYOUT_HASH)));
    } catch (IllegalArgumentException | DateTimeException e) {
      // A number or an address that somebody wrote over: not ours any more, which the caller says.
      return Optional.empty();
    }
  }

  private static SortedMap<String, Area> areas(WorkbookContent content) {
    var areas = new TreeMap<String, Area>();
    forEachRow(
        content,
        FormNames.AREAS,
        (name, sheet, range) -> {
          var address = CellRangeAddress.valueOf(range);
          boolean isOurs =
              address.getFirstColumn() == address.getLastColumn()
                  && address.getNumberOfCells() <= MOST_ROWS
                  && areas.size() < MOST_AREAS;
          if (!isOurs) {
            throw new IllegalArgumentException("no area of a form: " + range);
          }
          areas.put(
              name,
              new Area(
                  sheet,
                  new Position(address.getFirstRow(), address.getFirstColumn()),
                  new Position(address.getLastRow(), address.getLastColumn())));
        });
    return areas;
  }

  private static SortedMap<String, SortedMap<Position, String>> labels(WorkbookContent content) {
    var labels = new TreeMap<String, SortedMap<Position, String>>();
    forEachRow(
        content,
        FormNames.LABELS,
        (sheet, row, digests) -> {
          for (String each : digests.split(" ")) {
            int colon = each.indexOf(':');
            if (colon < 0) {
              throw new IllegalArgumentException("no label: " + each);
            }
            labels
                .computeIfAbsent(sheet, absent -> new TreeMap<>())
                .put(
                    new Position(Integer.parseInt(row), Integer.parseInt(each.substring(0, colon))),
                    each.substring(colon + 1));
          }
        });
    return labels;
  }

  private interface Row {
    void take(String one, String two, String three);
  }

  private static void forEachRow(WorkbookContent content, String name, Row row) {
    Area area = content.names().get(name);
    if (area == null || !area.sheet().equals(FormNames.RECORD_SHEET)) {
      throw new IllegalArgumentException("no area " + name);
    }
    var cells = content.sheet(area.sheet()).map(WorkbookContent.Sheet::cells).orElse(Map.of());
    int column = area.first().column();
    // A hostile name may span a million rows: only those that hold something count.
    cells.keySet().stream()
        .filter(position -> position.column() == column)
        .filter(position -> position.row() >= area.first().row())
        .filter(position -> position.row() <= area.last().row())
        .sorted()
        .forEach(
            position ->
                row.take(
                    text(cells, position, 0), text(cells, position, 1), text(cells, position, 2)));
  }

  private static String text(Map<Position, WorkbookCell> cells, Position row, int column) {
    WorkbookCell cell = cells.get(new Position(row.row(), row.column() + column));
    return cell == null ? "" : cell.text();
  }

  /** {@code D7}, or {@code D7:D36}. */
  static String range(Area area) {
    return new CellRangeAddress(
            area.first().row(), area.last().row(), area.first().column(), area.last().column())
        .formatAsString();
  }

  /** {@code D7}. */
  static String cell(Position position) {
    return new CellReference(position.row(), position.column()).formatAsString();
  }
}
