package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import org.apache.poi.openxml4j.opc.PackagePart;

/** What the main part of a workbook says: its sheets in their order, its names, its calendar. */
record WorkbookIndex(List<Entry> sheets, Map<String, Area> names, boolean is1904) {

  /** One sheet, and the relationship that leads to its part. */
  record Entry(String name, boolean isHidden, String relationshipId) {}

  static WorkbookIndex read(PackagePart part) throws IOException, Refusal {
    var sheets = new ArrayList<Entry>();
    var names = new HashMap<String, Area>();
    boolean is1904 = false;
    int defined = 0;
    try (XmlPart xml = XmlPart.open(part)) {
      while (xml.next()) {
        if (xml.isStart("workbookPr")) {
          is1904 = XmlPart.isTrue(xml.attribute("date1904"));
        } else if (xml.isStart("sheet")) {
          sheets.add(entry(xml));
          if (sheets.size() > WorkbookLimits.MOST_SHEETS) {
            throw Refusal.of(Reason.TOO_LARGE, "found.sheets", WorkbookLimits.MOST_SHEETS);
          }
        } else if (xml.isStart("definedName")) {
          defined++;
          if (defined > WorkbookLimits.MOST_NAMES) {
            throw Refusal.of(Reason.TOO_LARGE, "found.names", WorkbookLimits.MOST_NAMES);
          }
          name(xml, names);
        }
      }
    }
    namesDiffer(sheets);
    return new WorkbookIndex(sheets, names, is1904);
  }

  private static Entry entry(XmlPart xml) {
    boolean isHidden = xml.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
    return new Entry(CellText.unescaped(xml.attribute("name")), isHidden, xml.relationshipId());
  }

  private static void name(XmlPart xml, Map<String, Area> names) throws Refusal {
    String name = xml.attribute("name");
    // A name that one sheet alone knows (a print area) may stand there once for every sheet.
    boolean isOfWorkbook = xml.attribute("localSheetId").isEmpty();
    var text = new StringBuilder();
    while (xml.next() && !xml.isEnd("definedName")) {
      xml.appendText(text, WorkbookLimits.LONGEST_FORMULA);
    }
    Formulas.refuseOuterSources(text, "");
    if (isOfWorkbook) {
      CellReference.area(text.toString()).ifPresent(area -> names.putIfAbsent(name, area));
    }
  }

  private static void namesDiffer(List<Entry> sheets) throws Refusal {
    var seen = new HashSet<String>();
    for (Entry sheet : sheets) {
      if (!seen.add(sheet.name().toLowerCase(Locale.ROOT))) {
        throw Refusal.of(Reason.UNREADABLE, "found.sheet_twice").at(sheet.name());
      }
    }
  }
}
