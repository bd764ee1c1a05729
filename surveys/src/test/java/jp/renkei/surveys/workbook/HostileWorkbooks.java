package jp.renkei.surveys.workbook;

import static jp.renkei.surveys.workbook.RawWorkbook.relationship;
import static jp.renkei.surveys.workbook.RawWorkbook.relationships;
import static jp.renkei.surveys.workbook.RawWorkbook.sheetEntry;
import static jp.renkei.surveys.workbook.RawWorkbook.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hostile files that no public collection has, by name. */
final class HostileWorkbooks {
  private static final String SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels";
  private static final String CELL = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

  private HostileWorkbooks() {}

  static Map<String, byte[]> all() {
    var files = new TreeMap<String, byte[]>();
    sizes(files);
    archives(files);
    xml(files);
    ForeignWorkbooks.addTo(files);
    return files;
  }

  private static void sizes(Map<String, byte[]> files) {
    files.put(
        "bomb-one-part.xlsx",
        RawWorkbook.minimal().part(RawWorkbook.SHEET, new byte[200_000_000]).bytes());
    var many = RawWorkbook.minimal();
    for (int i = 0; i < 6; i++) {
      many.part("xl/media/image" + i + ".png", repetitive(15_000_000, i));
    }
    files.put("bomb-many-parts.xlsx", many.bytes());
    files.put(
        "large-part.xlsx",
        RawWorkbook.minimal().part("xl/media/a.png", repetitive(17_000_000, 1)).bytes());
    files.put("large-file.xlsx", random(21_000_000, "PK\3\4"));
    var parts = RawWorkbook.minimal();
    IntStream.range(0, 3_000).forEach(i -> parts.another("xl/p" + i + ".xml", new byte[0]));
    files.put("thousands-of-parts.xlsx", parts.bytes());
    files.put(
        "claims-all-cells.xlsx",
        RawWorkbook.minimal()
            .part(
                RawWorkbook.SHEET,
                "<worksheet xmlns=\"%s\"><dimension ref=\"A1:XFD1048576\"/><sheetData>%s</sheetData></worksheet>"
                    .formatted(RawWorkbook.MAIN, CELL))
            .bytes());
    files.put(
        "last-cell.xlsx",
        RawWorkbook.of("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").bytes());
    files.put(
        "beyond-last-cell.xlsx",
        RawWorkbook.of("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>").bytes());
    files.put("very-many-cells.xlsx", RawWorkbook.of(cells(4_000, 100)).bytes());
    files.put(
        "very-many-rows.xlsx",
        RawWorkbook.of(
                IntStream.rangeClosed(1, 300_000)
                    .mapToObj("<row r=\"%d\"/>"::formatted)
                    .collect(Collectors.joining()))
            .bytes());
    files.put(
        "thousands-of-sheets.xlsx",
        RawWorkbook.minimal()
            .part(
                "xl/workbook.xml",
                workbook(
                    "<sheets>"
                        + IntStream.rangeClosed(1, 3_000)
                            .mapToObj(i -> sheetEntry("シート" + i, i))
                            .collect(Collectors.joining())
                        + "</sheets>"))
            .bytes());
    files.put(
        "thousands-of-names.xlsx",
        RawWorkbook.minimal()
            .part(
                "xl/workbook.xml",
                workbook(
                    "<sheets>"
                        + sheetEntry("調査票", 1)
                        + "</sheets><definedNames>"
                        + IntStream.range(0, 60_000)
                            .mapToObj(
                                "<definedName name=\"n%1$d\">調査票!$A$%1$d</definedName>"::formatted)
                            .collect(Collectors.joining())
                        + "</definedNames>"))
            .bytes());
    String digits = new String(repetitive(15_000_000, 3), StandardCharsets.ISO_8859_1);
    files.put(
        "huge-shared-text.xlsx",
        RawWorkbook.of("<row><c t=\"s\"><v>0</v></c></row>")
            .sharedTexts("<si><t>" + digits + "</t></si>")
            .bytes());
    files.put(
        "huge-attribute.xlsx", RawWorkbook.of("<row r=\"1\" note=\"" + digits + "\"/>").bytes());
    files.put("huge-comment.xlsx", RawWorkbook.of("<!--" + digits + "-->" + CELL).bytes());
    files.put(
        "huge-number.xlsx",
        RawWorkbook.of(
                "<row><c><v>1E+999999999</v></c><c><v>1e308</v></c><c><v>"
                    + "9".repeat(300_000)
                    + "</v></c></row>")
            .bytes());
    files.put(
        "huge-properties.xlsx",
        RawWorkbook.minimal()
            .part(
                "[Content_Types].xml",
                RawWorkbook.contentTypes(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    "<Override PartName=\"/xl/p.bin\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"))
            .part("xl/p.bin", "<p>" + digits + "</p>")
            .bytes());
    files.put(
        "huge-relationships.xlsx",
        RawWorkbook.minimal()
            .part(
                SHEET_RELATIONS,
                relationships(
                    IntStream.range(0, 40_000)
                        .mapToObj(i -> relationship("rId" + i, "printerSettings", "p" + i + ".bin"))
                        .toArray(String[]::new)))
            .bytes());
  }

  private static void archives(Map<String, byte[]> files) {
    files.put("outer-path.xlsx", RawWorkbook.minimal().part("../../evil.xml", "<a/>").bytes());
    files.put(
        "outer-path-backslash.xlsx",
        RawWorkbook.minimal().part("xl\\..\\..\\evil.xml", "<a/>").bytes());
    files.put("absolute-path.xlsx", RawWorkbook.minimal().part("/etc/evil.xml", "<a/>").bytes());
    files.put("drive-path.xlsx", RawWorkbook.minimal().part("C:/evil.xml", "<a/>").bytes());
    files.put(
        "two-of-one-name.xlsx",
        RawWorkbook.minimal().another("XL/worksheets/SHEET1.xml", new byte[0]).bytes());
    byte[] good = RawWorkbook.of(cells(50, 10)).bytes();
    files.put("half-written.xlsx", Arrays.copyOf(good, good.length / 2));
    files.put("without-its-last-bytes.xlsx", Arrays.copyOf(good, good.length - 10));
    byte[] wrong = good.clone();
    Arrays.fill(wrong, good.length / 2, good.length / 2 + 40, (byte) 0x55);
    files.put("overwritten-inside.xlsx", wrong);
    var inner = new RawWorkbook();
    IntStream.range(0, 16)
        .forEach(i -> inner.part("lib" + i + ".zip", RawWorkbook.minimal().bytes()));
    files.put("zip-of-zips.xlsx", inner.bytes());
    files.put("zipped-workbook.xlsx", new RawWorkbook().part("調査票.xlsx", good).bytes());
  }

  private static void xml(Map<String, byte[]> files) {
    String laughs =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)))
            .collect(Collectors.joining());
    String sheet =
        "<worksheet xmlns=\"%s\"><sheetData><row><c t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";
    files.put(
        "billion-laughs.xlsx",
        RawWorkbook.minimal()
            .part(
                RawWorkbook.SHEET,
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ha\">"
                    + laughs
                    + "]>"
                    + sheet.formatted(RawWorkbook.MAIN, "&l9;"))
            .bytes());
    String outer =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + sheet.formatted(RawWorkbook.MAIN, "&x;");
    files.put("outer-entity.xlsx", RawWorkbook.minimal().part(RawWorkbook.SHEET, outer).bytes());
    files.put(
        "outer-entity-utf16.xlsx",
        RawWorkbook.minimal()
            .part(
                RawWorkbook.SHEET,
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + outer)
                    .getBytes(StandardCharsets.UTF_16))
            .bytes());
    files.put(
        "outer-entity-relationships.xlsx",
        RawWorkbook.minimal().part("_rels/.rels", outer).bytes());
    files.put(
        "unknown-entity.xlsx",
        RawWorkbook.of("<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>").bytes());
    files.put(
        "deep-nesting.xlsx",
        RawWorkbook.of("<row>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</row>")
            .bytes());
    files.put(
        "deep-content-types.xlsx",
        RawWorkbook.minimal()
            .part("[Content_Types].xml", "<a>".repeat(100_000) + "</a>".repeat(100_000))
            .bytes());
    files.put("unclosed-element.xlsx", RawWorkbook.of("<row><c><v>1</c></row>").bytes());
    files.put(
        "no-xml.xlsx", RawWorkbook.minimal().part(RawWorkbook.SHEET, "これはXMLではありません").bytes());
  }

  static String cells(int rows, int columns) {
    var xml = new StringBuilder();
    for (int row = 1; row <= rows; row++) {
      xml.append("<row r=\"").append(row).append("\">");
      for (int column = 0; column < columns; column++) {
        String name = CellReference.name(new WorkbookContent.Position(row - 1, column));
        xml.append("<c r=\"").append(name).append("\"><v>").append(row).append("</v></c>");
      }
      xml.append("</row>");
    }
    return xml.toString();
  }

  /** Shrinks about thirty times, as sheets do. */
  private static byte[] repetitive(int length, int seed) {
    var random = new Random(seed);
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) '0');
    for (int i = 0; i < length; i += 60) {
      bytes[i] = (byte) ('0' + random.nextInt(10));
    }
    return bytes;
  }

  private static byte[] random(int length, String start) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }
}
