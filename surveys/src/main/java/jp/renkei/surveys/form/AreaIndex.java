package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/** Tells whether a cell lies in one of many areas, each of them one column wide. */
final class AreaIndex {
  private record Column(String sheet, int column) {}

  private final Map<Column, List<Area>> areas = new HashMap<>();

  AreaIndex(Collection<Area> areas) {
    for (Area area : areas) {
      this.areas
          .computeIfAbsent(
              new Column(area.sheet(), area.first().column()), absent -> new ArrayList<>())
          .add(area);
    }
  }

  boolean covers(String sheet, Position position) {
    return areas.getOrDefault(new Column(sheet, position.column()), List.of()).stream()
        .anyMatch(
            area -> area.first().row() <= position.row() && position.row() <= area.last().row());
  }
}
