package jp.renkei.surveys.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/** Reads how a workbook names cells: {@code D7}, {@code 'シート'!$A$1:$B$2}. */
final class CellReference {
  private static final int ROWS = 1_048_576;
  private static final int COLUMNS = 16_384;

  /** A sheet's name has 31 characters at most; the pattern below goes one step deeper for each. */
  private static final int LONGEST = 200;

  private static final Pattern CELL = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
  private static final Pattern AREA =
      Pattern.compile(
          "(?:'((?:[^']|'')+)'|([^'!:,\\[\\]()]+))!([$A-Za-z0-9]+)(?::([$A-Za-z0-9]+))?");

  private CellReference() {}

  static Optional<Position> position(String reference) {
    Matcher cell = CELL.matcher(reference);
    if (!cell.matches()) {
      return Optional.empty();
    }
    int column = 0;
    for (char letter : cell.group(1).toCharArray()) {
      column = column * 26 + Character.digit(letter, 36) - 9;
    }
    int row = Integer.parseInt(cell.group(2));
    boolean isInside = row >= 1 && row <= ROWS && column <= COLUMNS;
    return isInside ? Optional.of(new Position(row - 1, column - 1)) : Optional.empty();
  }

  /** Empty for what is not one area of one sheet of this workbook. */
  static Optional<Area> area(String reference) {
    if (reference.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher area = AREA.matcher(reference.strip());
    if (!area.matches() || String.valueOf(area.group(1)).startsWith("[")) {
      return Optional.empty();
    }
    String sheet = area.group(1) == null ? area.group(2) : area.group(1).replace("''", "'");
    String other = area.group(4) == null ? area.group(3) : area.group(4);
    return position(area.group(3))
        .flatMap(first -> position(other).map(last -> new Area(sheet, first, last)));
  }

  static String name(Position position) {
    var letters = new StringBuilder();
    for (int column = position.column() + 1; column > 0; column = (column - 1) / 26) {
      letters.insert(0, (char) ('A' + (column - 1) % 26));
    }
    return letters.toString() + (position.row() + 1);
  }
}
