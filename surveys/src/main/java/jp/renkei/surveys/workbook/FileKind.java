package jp.renkei.surveys.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.renkei.surveys.Problem.Reason;
import org.apache.poi.poifs.filesystem.FileMagic;

/** Tells by its first bytes what a file is that calls itself a workbook. */
final class FileKind {
  private static final int HEAD = 4_096;

  private FileKind() {}

  static void refuseOtherThanZip(byte[] content) throws Refusal {
    if (content.length == 0) {
      throw Refusal.of(Reason.EMPTY_FILE, "found.nothing");
    }
    switch (FileMagic.valueOf(content)) {
      case OOXML -> {}
      case OLE2 -> OldOfficeFile.refuse(content);
      case BIFF2, BIFF3, BIFF4 -> throw Refusal.of(Reason.OTHER_FORMAT, "found.xls");
      case PDF -> throw Refusal.of(Reason.OTHER_FORMAT, "found.pdf");
      case JPEG, GIF, PNG, TIFF, WMF, EMF, BMP ->
          throw Refusal.of(Reason.OTHER_FORMAT, "found.picture");
      case RTF, MSWRITE, WORD2 -> throw Refusal.of(Reason.OTHER_FORMAT, "found.word");
      default -> throw Refusal.of(Reason.OTHER_FORMAT, text(content));
    }
  }

  private static String text(byte[] content) {
    int length = Math.min(content.length, HEAD);
    String head =
        new String(content, 0, length, StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .toLowerCase(Locale.ROOT);
    if (head.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return "found.xml_spreadsheet";
    }
    if (head.contains("<html") || head.contains("<!doctype html") || head.contains("<table")) {
      return "found.html";
    }
    String start = head.replaceFirst("^(ï»¿|ÿþ|þÿ)", "").strip();
    if (start.startsWith("<")) {
      return "found.xml";
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return "found.json";
    }
    boolean isText = head.chars().noneMatch(c -> c < ' ' && "\t\r\n\f\u001b".indexOf(c) < 0);
    return isText && !start.isEmpty() ? "found.text" : "found.no_workbook";
  }
}
