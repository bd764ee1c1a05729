package jp.renkei.surveys.workbook;

import java.util.Locale;
import java.util.Map;
import jp.renkei.surveys.Problem.Reason;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.apache.poi.openxml4j.opc.TargetMode;

/** Tells from content types and relationships what an Office file is, and what it brings along. */
final class PackageCheck {
  /** The last word of a relationship's type, and what to call it. */
  private static final Map<String, String> OUTER_PARTS =
      Map.ofEntries(
          Map.entry("externallink", "external.link"),
          Map.entry("externallinkpath", "external.link"),
          Map.entry("oleobject", "external.object"),
          Map.entry("package", "external.object"),
          Map.entry("control", "external.object"),
          Map.entry("activexcontrolbinary", "external.object"),
          Map.entry("webextension", "external.object"),
          Map.entry("webextensiontaskpanes", "external.object"),
          Map.entry("connections", "external.connection"),
          Map.entry("querytable", "external.connection"),
          Map.entry("powerpivotdata", "external.connection"));

  private PackageCheck() {}

  /** The part that lists the sheets. */
  static PackagePart mainPart(OPCPackage opened) throws Refusal, OpenXML4JException {
    PackagePart main = null;
    for (PackageRelationship relationship : opened.getRelationships()) {
      if (lastWord(relationship).equals("officedocument")
          && relationship.getTargetMode() == TargetMode.INTERNAL) {
        main = opened.getPart(relationship);
      }
    }
    if (main == null) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.zip");
    }
    refuseOtherPrograms(main.getContentType().toLowerCase(Locale.ROOT));
    outerParts(opened);
    for (PackagePart part : opened.getParts()) {
      macros(part);
      if (!part.isRelationshipPart()) {
        outerParts(part);
      }
    }
    return main;
  }

  private static void refuseOtherPrograms(String type) throws Refusal {
    if (type.contains("sheet.binary")) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.xlsb");
    }
    if (type.contains("wordprocessingml") || type.contains("ms-word")) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.word");
    }
    if (type.contains("presentationml") || type.contains("ms-powerpoint")) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.powerpoint");
    }
    if (type.contains("macroenabled")) {
      throw Refusal.of(Reason.MACRO_WORKBOOK, "found.macro");
    }
    if (!type.contains("spreadsheetml")) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.zip");
    }
  }

  private static void macros(PackagePart part) throws Refusal {
    String type = part.getContentType().toLowerCase(Locale.ROOT);
    String name = part.getPartName().getName().toLowerCase(Locale.ROOT);
    boolean isMacro =
        type.contains("vbaproject")
            || type.contains("macrosheet")
            || type.contains("macroenabled")
            || name.endsWith("/vbaproject.bin");
    if (isMacro) {
      throw Refusal.of(Reason.MACRO_WORKBOOK, "found.macro");
    }
  }

  private static void outerParts(RelationshipSource source) throws Refusal, OpenXML4JException {
    for (PackageRelationship relationship : source.getRelationships()) {
      String type = lastWord(relationship);
      if (type.contains("macrosheet") || type.equals("vbaproject")) {
        throw Refusal.of(Reason.MACRO_WORKBOOK, "found.macro");
      }
      String outer = OUTER_PARTS.get(type);
      if (outer != null) {
        throw Refusal.of(Reason.EXTERNAL_CONTENT, "found." + outer);
      }
      // A link that somebody would have to click on fetches nothing by itself.
      boolean isOutside = relationship.getTargetMode() == TargetMode.EXTERNAL;
      if (isOutside && !type.equals("hyperlink")) {
        throw Refusal.of(Reason.EXTERNAL_CONTENT, "found.external.other", type);
      }
    }
  }

  private static String lastWord(PackageRelationship relationship) {
    String type = relationship.getRelationshipType().toLowerCase(Locale.ROOT);
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
