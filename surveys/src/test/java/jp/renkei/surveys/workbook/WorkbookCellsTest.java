package jp.renkei.surveys.workbook;

import static jp.renkei.surveys.workbook.ReadCells.cells;
import static jp.renkei.surveys.workbook.ReadCells.read;
import static org.assertj.core.api.Assertions.assertThat;

import jp.renkei.surveys.workbook.WorkbookCell.Kind;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, dates, percentages and texts as their reader sees them. */
class WorkbookCellsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "12.0|12",
        "-0|0",
        "1E+5|100000",
        "1.5E-3|0.0015",
        "0.30000000000000004|0.3",
        "0.1|0.1",
        "12345678901234567|12345678901234600",
        "9.99999999999999E+307|999999999999999000000000000000000000000000000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "00000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "0000000000000000000000000000000000000000000000000000000000000000000000"
      })
  void writesNumbersPlainAsTheyAreShown(String value, String expected) {
    WorkbookContent read = read(RawWorkbook.of("<row><c><v>%s</v></c></row>".formatted(value)));
    assertThat(cells(read)).isEqualTo("A1=" + expected + " NUMBER");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "1e999999999", "0x1p3", "12d", "1-2", "十"})
  void keepsWhatIsNoNumberAsText(String value) {
    WorkbookContent read = read(RawWorkbook.of("<row><c><v>%s</v></c></row>".formatted(value)));
    assertThat(cells(read)).isEqualTo("A1=" + value + " TEXT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy/m/d|46112|2026-03-31 DATE",
        "yyyy\"年\"m\"月\"d\"日\"|46112|2026-03-31 DATE",
        "[$-411]ggge\"年\"m\"月\"d\"日\";@|46112|2026-03-31 DATE",
        "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@|46112|2026-03-31 DATE",
        "[$-411]ge.m.d;@|46112|2026-03-31 DATE",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy|46112|2026-03-31 DATE",
        "m\"月\"d\"日\"(aaa)|46112|2026-03-31 DATE",
        "yyyy/m/d h:mm|46112.395833333336|2026-03-31T09:30:00 DATE",
        "yyyy/m/d h:mm:ss.000|46112.5|2026-03-31T12:00:00 DATE",
        "[h]:mm|1.5|1900-01-01T12:00:00 DATE",
        "yyyy/m/d|0.99999999999|1900-01-01 DATE",
        "yyyy/m/d|60|1900-03-01 DATE",
        "yyyy/m/d|-1|-1 NUMBER",
        "yyyy/m/d|2958465|9999-12-31 DATE",
        "yyyy/m/d|2958466|2958466 NUMBER",
        "0.0%|0.995|99.5 PERCENT",
        "0%|1|100 PERCENT",
        "0.00%|0.07|7 PERCENT",
        "[Red]0.0%;[Blue]-0.0%|0.285|28.5 PERCENT",
        "#,##0\"件\"|12|12 NUMBER",
        "#,##0_);[Red]\\(#,##0\\)|12|12 NUMBER",
        "0.00E+00|1200|1200 NUMBER",
        "G/標準|46112|46112 NUMBER",
        "General\"d\"|46112|46112 NUMBER",
        "\"令和\"0\"年度\"|8|8 NUMBER",
        "[DBNum1]0|8|8 NUMBER",
        "0\\d|8|8 NUMBER",
        "@|8|8 NUMBER",
        "\"50%\"0|8|8 NUMBER",
        "\"a;b\"yyyy/m/d|46112|2026-03-31 DATE"
      })
  void tellsDatesAndPercentagesByTheirFormat(String format, String value, String expected) {
    String escaped = format.replace("\"", "&quot;");
    RawWorkbook workbook =
        RawWorkbook.of("<row><c s=\"1\"><v>%s</v></c></row>".formatted(value))
            .styles(
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"%s\"/></numFmts>".formatted(escaped)
                    + "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>");
    assertThat(cells(read(workbook))).isEqualTo("A1=" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "14, DATE", "22, DATE", "27, DATE", "31, DATE", "45, DATE", "57, DATE",
    "9, PERCENT", "10, PERCENT", "0, NUMBER", "3, NUMBER", "49, NUMBER", "999, NUMBER"
  })
  void knowsTheFormatsThatFilesNeedNotSpellOut(int id, Kind kind) {
    RawWorkbook workbook =
        RawWorkbook.of("<row><c s=\"0\"><v>40000</v></c></row>")
            .styles("<cellXfs><xf numFmtId=\"%d\"/></cellXfs>".formatted(id));
    assertThat(read(workbook).sheets().get(0).cells().get(new Position(0, 0)).kind())
        .isEqualTo(kind);
  }

  @Test
  void countsDaysFrom1904WhereTheFileSaysSo() {
    RawWorkbook workbook =
        RawWorkbook.of("<row><c s=\"0\"><v>44650</v></c></row>")
            .styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
            .part(
                "xl/workbook.xml",
                RawWorkbook.workbook(
                    "<workbookPr date1904=\"1\"/><sheets>"
                        + RawWorkbook.sheetEntry("調査票", 1)
                        + "</sheets>"));
    assertThat(cells(read(workbook))).isEqualTo("A1=2026-03-31 DATE");
  }

  @Test
  void readsDatesThatTheFileHoldsAsText() {
    RawWorkbook workbook =
        RawWorkbook.of(
            "<row><c t=\"d\"><v>2026-03-31T00:00:00</v></c><c t=\"d\"><v>2026-03-31T09:30:00Z</v></c>"
                + "<c t=\"d\"><v>2026-03-31</v></c></row>");
    assertThat(cells(read(workbook)))
        .isEqualTo("A1=2026-03-31 DATE; B1=2026-03-31T09:30:00 DATE; C1=2026-03-31 DATE");
  }

  @Test
  void resolvesEscapedCharacters() {
    RawWorkbook workbook =
        RawWorkbook.of(
            "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_c_x12_</t></is></c>"
                + "<c t=\"str\"><f>A1</f><v>x_x0009_y</v></c></row>");
    assertThat(cells(read(workbook))).isEqualTo("A1=a\rb_x0041_c_x12_ TEXT; B1=x\ty TEXT formula");
  }

  @Test
  void leavesReadingsAsideAndJoinsRuns() {
    RawWorkbook workbook =
        RawWorkbook.of(
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                    + "<c t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is></c></row>")
            .sharedTexts(
                "<si><t>大阪</t><rPh sb=\"0\" eb=\"2\"><t>オオサカ</t></rPh><phoneticPr fontId=\"1\"/></si>"
                    + "<si><r><rPr><b/></rPr><t>名</t></r><r><t xml:space=\"preserve\">古屋 </t></r>"
                    + "<rPh sb=\"0\" eb=\"1\"><t>ナ</t></rPh></si>");
    assertThat(cells(read(workbook))).isEqualTo("A1=大阪 TEXT; B1=名古屋  TEXT; C1=東京 TEXT");
  }
}
