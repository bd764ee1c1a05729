package jp.renkei.surveys.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A workbook put together part by part, so that it can be wrong in any way. */
final class RawWorkbook {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** One entry of the zip; two may have one name. */
  @SuppressWarnings("ArrayRecordComponent")
  record Part(String name, byte[] content) {}

  private final List<Part> parts = new ArrayList<>();

  /** One sheet 「調査票」 with nothing in it. */
  static RawWorkbook minimal() {
    return new RawWorkbook()
        .part("[Content_Types].xml", contentTypes(TYPE + "sheet.main+xml", ""))
        .part(
            "_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")))
        .part("xl/workbook.xml", workbook("<sheets>" + sheetEntry("調査票", 1) + "</sheets>"))
        .part(
            "xl/_rels/workbook.xml.rels",
            relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml")))
        .sheet("");
  }

  /** One sheet with these rows. */
  static RawWorkbook of(String rows) {
    return minimal().sheet(rows);
  }

  static String contentTypes(String mainType, String more) {
    return "<Types xmlns=\"%scontent-types\">".formatted(PACKAGE)
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
        + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/>".formatted(mainType)
        + "<Override PartName=\"/%s\" ContentType=\"%sworksheet+xml\"/>".formatted(SHEET, TYPE)
        + more
        + "</Types>";
  }

  static String relationships(String... each) {
    return "<Relationships xmlns=\"%srelationships\">".formatted(PACKAGE)
        + String.join("", each)
        + "</Relationships>";
  }

  static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  static String outerRelationship(String id, String type, String target) {
    return relationship(id, type, target).replace("/>", " TargetMode=\"External\"/>");
  }

  static String workbook(String content) {
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, RELATIONS)
        + content
        + "</workbook>";
  }

  static String sheetEntry(String name, int number) {
    return "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(name, number, number);
  }

  RawWorkbook sheet(String rows) {
    return part(
        SHEET,
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
  }

  RawWorkbook sharedTexts(String items) {
    return part("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items))
        .workbookRelation(relationship("rId9", "sharedStrings", "sharedStrings.xml"));
  }

  RawWorkbook styles(String content) {
    return part(
            "xl/styles.xml", "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(MAIN, content))
        .workbookRelation(relationship("rId8", "styles", "styles.xml"));
  }

  RawWorkbook workbookRelation(String relationship) {
    String name = "xl/_rels/workbook.xml.rels";
    return part(name, text(name).replace("</Relationships>", relationship + "</Relationships>"));
  }

  RawWorkbook mainType(String type) {
    return part("[Content_Types].xml", contentTypes(type, ""));
  }

  /** Replaces the part of that name, or adds it. */
  RawWorkbook part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  RawWorkbook part(String name, byte[] content) {
    parts.removeIf(part -> part.name().equals(name));
    return another(name, content);
  }

  /** Adds a part even where there is one of that name. */
  RawWorkbook another(String name, byte[] content) {
    parts.add(new Part(name, content));
    return this;
  }

  RawWorkbook without(String name) {
    parts.removeIf(part -> part.name().equals(name));
    return this;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  String text(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .map(part -> new String(part.content(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      for (Part part : parts) {
        zip.putArchiveEntry(new ZipArchiveEntry(part.name()));
        zip.write(part.content());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
