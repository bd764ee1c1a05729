package jp.renkei.surveys.form;

import java.util.Optional;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;

/** The cells of a workbook by the names that it gives them. */
record NamedCells(WorkbookContent content) {

  Optional<Area> area(String name) {
    return Optional.ofNullable(content.names().get(name));
  }

  /** The first cell of a name, unless it is blank or the name is missing. */
  Optional<WorkbookCell> cell(String name) {
    return area(name).flatMap(area -> content.cell(area.sheet(), area.first()));
  }

  /** Its text without blanks around it; empty where there is none. */
  String text(String name) {
    return cell(name).map(WorkbookCell::text).map(String::strip).orElse("");
  }
}
