package jp.renkei.surveys.workbook;

/** A text of one or many runs, without the readings (ruby) that Japanese Excel stores beside it. */
final class RichText {
  /** An escaped character takes seven. */
  private static final int LONGEST_RAW = 7 * WorkbookLimits.LONGEST_TEXT;

  private RichText() {}

  /** Reads from the start of an element to its end. */
  static String read(XmlPart xml, String element) throws Refusal {
    var text = new StringBuilder();
    boolean isText = false;
    boolean isReading = false;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh") || xml.isEnd("rPh")) {
        isReading = xml.isStart();
      } else if (xml.isStart("t") || xml.isEnd("t")) {
        isText = xml.isStart() && !isReading;
      } else if (isText) {
        xml.appendText(text, LONGEST_RAW);
      }
    }
    return CellText.unescaped(text.toString());
  }
}
