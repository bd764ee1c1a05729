package jp.renkei.webapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads every address that links lead to from the first page. */
final class SiteWalk {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  private SiteWalk() {}

  /**
   * What stands on each address; of a workbook the text of its cells.
   *
   * @param isPassedOver addresses that are not read; pictures and assets never are
   */
  static SortedMap<String, String> over(RunningServer server, Predicate<String> isPassedOver)
      throws IOException {
    var found = new TreeMap<String, String>();
    var open = new ArrayDeque<>(List.of("/"));
    while (!open.isEmpty()) {
      String address = open.remove();
      if (found.containsKey(address)
          || address.contains(".png")
          || address.startsWith("/assets/")
          || isPassedOver.test(address)) {
        continue;
      }
      var answer = server.bytes(address);
      String text = text(address, answer.body());
      found.put(address, text);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        var links = LINK.matcher(text);
        while (links.find()) {
          open.add(links.group(1).replace("&amp;", "&"));
        }
      }
    }
    return found;
  }

  /** The text of an answer. */
  static String text(String address, byte[] body) throws IOException {
    return address.contains(".xlsx") && body.length > 1 && body[0] == 'P' && body[1] == 'K'
        ? cells(body)
        : new String(body, StandardCharsets.UTF_8);
  }

  private static String cells(byte[] file) throws IOException {
    var text = new StringBuilder();
    var formatter = new DataFormatter();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (var sheet : workbook) {
        for (var row : sheet) {
          row.forEach(cell -> text.append(formatter.formatCellValue(cell)).append('\n'));
        }
      }
    }
    return text.toString();
  }
}
