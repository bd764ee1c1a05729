package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jp.renkei.surveys.workbook.WorkbookCell.Kind;
import org.apache.poi.openxml4j.opc.PackagePart;

/** What the styles of a workbook make of a number: a number, a date or a percentage. */
final class NumberFormats {
  private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");

  /** Quoted text, an escaped character, a filler, and colours, conditions, languages. */
  private static final Pattern NO_CODE =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*]?|(?i:g/?標準|general)");

  private static final Pattern DATE_CODE = Pattern.compile("[ymdhsgeabYMDHSGEAB]");
  private static final Pattern DIGIT_CODE = Pattern.compile("[0#?]");
  private final List<Kind> kinds;

  private NumberFormats(List<Kind> kinds) {
    this.kinds = kinds;
  }

  static NumberFormats none() {
    return new NumberFormats(List.of());
  }

  static NumberFormats read(PackagePart styles) throws IOException, Refusal {
    var codes = new HashMap<Integer, String>();
    var kinds = new ArrayList<Kind>();
    try (XmlPart xml = XmlPart.open(styles)) {
      String list = "";
      while (xml.next()) {
        if (xml.isEnd(list)) {
          list = "";
        } else if (xml.isStart("numFmts") || xml.isStart("cellXfs")) {
          list = xml.element();
        } else if (xml.isStart("numFmt") && list.equals("numFmts")) {
          codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
        } else if (xml.isStart("xf") && list.equals("cellXfs")) {
          kinds.add(kind(number(xml.attribute("numFmtId")), codes));
        }
      }
    }
    return new NumberFormats(kinds);
  }

  /** Of the style with that number; a number where there is no such style. */
  Kind of(String style) {
    int index = number(style);
    return index < kinds.size() ? kinds.get(index) : Kind.NUMBER;
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private static Kind kind(int id, Map<Integer, String> codes) {
    String code = codes.get(id);
    return code == null ? builtIn(id) : of(code, Locale.JAPAN);
  }

  /** Those that a file need not spell out; 27 to 36 and 50 to 58 are Japanese dates. */
  private static Kind builtIn(int id) {
    if (id == 9 || id == 10) {
      return Kind.PERCENT;
    }
    boolean isDate =
        (id >= 14 && id <= 22)
            || (id >= 27 && id <= 36)
            || (id >= 45 && id <= 47)
            || (id >= 50 && id <= 58);
    return isDate ? Kind.DATE : Kind.NUMBER;
  }

  static Kind of(String code, Locale locale) {
    String first = firstSection(code);
    if (ELAPSED.matcher(first).find()) {
      return Kind.DATE;
    }
    String codes = NO_CODE.matcher(first).replaceAll("").toLowerCase(locale);
    if (codes.contains("%")) {
      return Kind.PERCENT;
    }
    boolean isDate = DATE_CODE.matcher(codes).find();
    boolean hasDigits = DIGIT_CODE.matcher(codes.replaceAll("s[.,]0+", "s")).find();
    return isDate && !hasDigits ? Kind.DATE : Kind.NUMBER;
  }

  /** The one for numbers above 0; a semicolon may stand in quotation marks too. */
  private static String firstSection(String code) {
    boolean isQuoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '\\' && !isQuoted) {
        i++;
      } else if (c == ';' && !isQuoted) {
        return code.substring(0, i);
      }
    }
    return code;
  }
}
