package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookCell.Kind;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.apache.poi.openxml4j.opc.PackagePart;

/** Reads the sheets of one workbook, one after another, and stops at what is too much of it. */
final class SheetReading {
  /** Our forms have some dozens. */
  private static final int MOST_MERGED = 100_000;

  /** No form is as wide. */
  private static final int MOST_COLUMNS = 1_000;

  private final SharedTexts shared;
  private final NumberFormats formats;
  private final boolean is1904;
  private int rows;
  private int cells;
  private int filled;
  private String sheet = "";
  private Map<Position, WorkbookCell> found = Map.of();
  private List<WorkbookContent.Area> merged = List.of();
  private Set<Integer> hiddenRows = Set.of();
  private Set<Integer> hiddenColumns = Set.of();

  SheetReading(SharedTexts shared, NumberFormats formats, boolean is1904) {
    this.shared = shared;
    this.formats = formats;
    this.is1904 = is1904;
  }

  WorkbookContent.Sheet read(String name, boolean isHidden, PackagePart part)
      throws IOException, Refusal {
    sheet = name;
    found = new HashMap<>();
    merged = new ArrayList<>();
    hiddenRows = new HashSet<>();
    hiddenColumns = new HashSet<>();
    try (XmlPart xml = XmlPart.open(part)) {
      while (xml.next()) {
        if (xml.isStart("sheetData")) {
          rows(xml);
        } else if (xml.isStart("col") && isHidden(xml)) {
          columns(xml.attribute("min"), xml.attribute("max"));
        } else if (xml.isStart("mergeCell") && merged.size() < MOST_MERGED) {
          CellReference.area("A!" + xml.attribute("ref"))
              .map(area -> new WorkbookContent.Area(name, area.first(), area.last()))
              .ifPresent(merged::add);
        }
      }
    }
    return new WorkbookContent.Sheet(name, isHidden, found, merged, hiddenRows, hiddenColumns);
  }

  private static boolean isHidden(XmlPart xml) {
    return XmlPart.isTrue(xml.attribute("hidden"));
  }

  private void columns(String first, String last) {
    if (first.matches("\\d{1,5}") && last.matches("\\d{1,5}")) {
      for (int i = Integer.parseInt(first);
          i <= Math.min(MOST_COLUMNS, Integer.parseInt(last));
          i++) {
        hiddenColumns.add(i - 1);
      }
    }
  }

  private void rows(XmlPart xml) throws Refusal {
    int row = -1;
    int column = -1;
    while (xml.next() && !xml.isEnd("sheetData")) {
      if (xml.isStart("row")) {
        row = rowNumber(xml.attribute("r"), row + 1);
        column = -1;
        if (isHidden(xml)) {
          hiddenRows.add(row);
        }
        rows++;
        refuseMoreThan(WorkbookLimits.MOST_ROWS, rows, "found.sheet_rows");
      } else if (xml.isStart("c")) {
        Position position =
            position(xml.attribute("r"), new Position(Math.max(0, row), column + 1));
        column = position.column();
        row = position.row();
        cells++;
        refuseMoreThan(WorkbookLimits.MOST_CELLS, cells, "found.cells");
        cell(xml, position);
      }
    }
  }

  private int rowNumber(String stated, int following) throws Refusal {
    if (stated.isEmpty()) {
      return following;
    }
    return position("A" + stated, new Position(following, 0)).row();
  }

  private Position position(String stated, Position following) throws Refusal {
    if (stated.isEmpty()) {
      return following;
    }
    return CellReference.position(stated)
        .orElseThrow(() -> Refusal.of(Reason.UNREADABLE, "found.cell_address", stated).at(sheet));
  }

  private void cell(XmlPart xml, Position position) throws Refusal {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    var value = new StringBuilder();
    String inline = "";
    boolean isFormula = false;
    try {
      while (xml.next() && !xml.isEnd("c")) {
        if (xml.isStart("v")) {
          append(xml, "v", value, WorkbookLimits.LONGEST_TEXT * 7);
        } else if (xml.isStart("f")) {
          isFormula = true;
          var formula = new StringBuilder();
          append(xml, "f", formula, WorkbookLimits.LONGEST_FORMULA * 2);
          Formulas.refuseOuterSources(formula, sheet);
        } else if (xml.isStart("is")) {
          inline = RichText.read(xml, "is");
        }
      }
      WorkbookCell cell = cell(type, style, value.toString(), inline, isFormula);
      keep(position, cell);
    } catch (Refusal refusal) {
      throw refusal.at(Place.cell(sheet, CellReference.name(position)));
    }
  }

  private static void append(XmlPart xml, String element, StringBuilder text, int longest)
      throws Refusal {
    while (xml.next() && !xml.isEnd(element)) {
      xml.appendText(text, longest);
    }
  }

  private WorkbookCell cell(
      String type, String style, String value, String inline, boolean isFormula) throws Refusal {
    if (type.equals("inlineStr")) {
      return new WorkbookCell(inline, Kind.TEXT, isFormula);
    }
    if (value.isEmpty()) {
      return new WorkbookCell("", Kind.TEXT, isFormula);
    }
    return switch (type) {
      case "s" -> new WorkbookCell(shared(value), Kind.TEXT, isFormula);
      case "str" -> new WorkbookCell(CellText.unescaped(value), Kind.TEXT, isFormula);
      case "b" ->
          new WorkbookCell(
              XmlPart.isTrue(value.strip()) ? "TRUE" : "FALSE", Kind.BOOLEAN, isFormula);
      case "e" -> new WorkbookCell(value, Kind.ERROR, isFormula);
      case "d" -> CellText.isoDate(value, isFormula);
      default -> CellText.number(value, formats.of(style), is1904, isFormula);
    };
  }

  private String shared(String index) throws Refusal {
    return shared
        .of(index)
        .orElseThrow(() -> Refusal.of(Reason.UNREADABLE, "found.shared_text", index));
  }

  private void keep(Position position, WorkbookCell cell) throws Refusal {
    if (cell.text().isEmpty() && !cell.isFormula()) {
      return;
    }
    if (cell.text().length() > WorkbookLimits.LONGEST_TEXT) {
      throw Refusal.of(Reason.TOO_LARGE, "found.long_text", WorkbookLimits.LONGEST_TEXT);
    }
    filled++;
    refuseMoreThan(WorkbookLimits.MOST_FILLED_CELLS, filled, "found.filled_cells");
    if (found.put(position, cell) != null) {
      throw Refusal.of(Reason.UNREADABLE, "found.cell_twice");
    }
  }

  private void refuseMoreThan(int most, int count, String message) throws Refusal {
    if (count > most) {
      throw Refusal.of(Reason.TOO_LARGE, message, most).at(sheet).remedy("remedy.blank_cells");
    }
  }
}
