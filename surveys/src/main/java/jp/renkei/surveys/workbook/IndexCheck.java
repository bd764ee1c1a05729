package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.renkei.surveys.Problem.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Checks the parts that the library reads whole and as trees (content types, relationships, the
 * document's properties): they must be small, and right XML.
 */
final class IndexCheck {
  private static final String CONTENT_TYPES = "[content_types].xml";
  private final ZipFile zip;
  private final Map<ZipArchiveEntry, Long> sizes;

  /** Parts and extensions that hold the document's properties. */
  private final Set<String> properties = new HashSet<>();

  IndexCheck(ZipFile zip, Map<ZipArchiveEntry, Long> sizes) {
    this.zip = zip;
    this.sizes = sizes;
  }

  void check() throws Refusal, IOException {
    for (ZipArchiveEntry entry : sizes.keySet()) {
      if (name(entry).equals(CONTENT_TYPES)) {
        small(sizes.get(entry));
        wellFormed(entry);
      }
    }
    long index = 0;
    for (Map.Entry<ZipArchiveEntry, Long> part : sizes.entrySet()) {
      if (isIndex(name(part.getKey()))) {
        index += part.getValue();
        small(index);
        wellFormed(part.getKey());
      }
    }
  }

  private static void small(long index) throws Refusal {
    if (index > WorkbookLimits.LARGEST_INDEX) {
      throw Refusal.of(Reason.UNSAFE_FILE, "found.large_index");
    }
  }

  private static String name(ZipArchiveEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT);
  }

  private boolean isIndex(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return extension.equals("rels")
        || properties.contains("/" + name)
        || properties.contains(extension);
  }

  private void wellFormed(ZipArchiveEntry entry) throws Refusal, IOException {
    try (XmlPart xml = XmlPart.open(entry.getName(), zip.getInputStream(entry))) {
      while (xml.next()) {
        boolean isProperties =
            xml.isStart()
                && xml.attribute("ContentType")
                    .toLowerCase(Locale.ROOT)
                    .contains("core-properties");
        if (isProperties) {
          properties.add(xml.attribute("PartName").toLowerCase(Locale.ROOT));
          properties.add(xml.attribute("Extension").toLowerCase(Locale.ROOT));
          properties.remove("");
        }
      }
    }
  }
}
