package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import jp.renkei.surveys.Problem.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Inflates every part of a zip once, to nowhere, before any of them is used. */
final class ArchiveCheck {
  private final ZipFile zip;
  private final Set<String> names = new HashSet<>();
  private final Map<ZipArchiveEntry, Long> sizes = new LinkedHashMap<>();
  private long inflated;

  private ArchiveCheck(ZipFile zip) {
    this.zip = zip;
  }

  /** The archive, after its check. */
  static ZipFile open(byte[] content) throws Refusal, IOException {
    if (content.length > WorkbookLimits.LARGEST_FILE) {
      throw Refusal.of(
          Reason.TOO_LARGE, "found.bytes", WorkbookLimits.megabytes(WorkbookLimits.LARGEST_FILE));
    }
    if (directoryEntries(content) > WorkbookLimits.MOST_PARTS) {
      throw Refusal.of(Reason.UNSAFE_FILE, "found.parts", WorkbookLimits.MOST_PARTS);
    }
    ZipFile zip;
    try {
      zip = ZipFile.builder().setByteArray(content).get();
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(Reason.UNREADABLE, "found.cut_off");
    }
    try {
      new ArchiveCheck(zip).check();
      return zip;
    } catch (Refusal | IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Told from the bytes: a zip of a million empty parts must not be opened first. */
  private static int directoryEntries(byte[] content) {
    int entries = 0;
    for (int i = 0; i + 3 < content.length; i++) {
      boolean isEntry =
          content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2;
      entries += isEntry ? 1 : 0;
    }
    return entries;
  }

  private void check() throws Refusal, IOException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    for (ZipArchiveEntry entry : entries) {
      name(entry);
    }
    refuseOtherThanOffice();
    for (ZipArchiveEntry entry : entries) {
      inflate(entry);
    }
    new IndexCheck(zip, sizes).check();
  }

  private void name(ZipArchiveEntry entry) throws Refusal {
    String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
    boolean isOutside =
        name.startsWith("/")
            || name.matches("[a-z]:.*")
            || List.of(name.split("/", -1)).contains("..")
            || name.chars().anyMatch(Character::isISOControl);
    if (isOutside) {
      throw Refusal.of(Reason.UNSAFE_FILE, "found.outer_path", entry.getName());
    }
    if (!names.add(name)) {
      throw Refusal.of(Reason.UNSAFE_FILE, "found.part_twice", entry.getName());
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Refusal.of(Reason.PASSWORD_PROTECTED, "found.encrypted_zip");
    }
  }

  private void refuseOtherThanOffice() throws Refusal {
    if (names.contains("[content_types].xml")) {
      return;
    }
    if (names.contains("mimetype") && names.contains("content.xml")) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.open_document");
    }
    if (names.stream().anyMatch(name -> name.matches(".*\\.xls[xmb]?"))) {
      throw Refusal.of(Reason.OTHER_FORMAT, "found.zipped_workbook").remedy("remedy.unzip");
    }
    throw Refusal.of(Reason.OTHER_FORMAT, "found.zip");
  }

  private void inflate(ZipArchiveEntry entry) throws Refusal {
    int method = entry.getMethod();
    if (method != ZipEntry.DEFLATED && method != ZipEntry.STORED) {
      throw damaged(entry);
    }
    // What the directory claims may be a lie, so that it is counted below all the same.
    limits(entry, Math.max(0, entry.getSize()));
    long before = inflated;
    var sum = new CRC32();
    var scan = new DocumentTypeScan();
    var buffer = new byte[16 * 1024];
    try (InputStream stream = zip.getInputStream(entry)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        sum.update(buffer, 0, read);
        scan.feed(buffer, read);
        inflated += read;
        limits(entry, inflated - before);
      }
    } catch (IOException | RuntimeException e) {
      throw damaged(entry);
    }
    if (sum.getValue() != entry.getCrc()) {
      throw damaged(entry);
    }
    if (scan.isFound() && isXml(entry)) {
      throw Refusal.of(Reason.UNSAFE_FILE, "found.document_type", entry.getName());
    }
    sizes.put(entry, inflated - before);
  }

  private void limits(ZipArchiveEntry entry, long part) throws Refusal {
    boolean isBomb =
        part > WorkbookLimits.RATIO_MATTERS_FROM
            && part > WorkbookLimits.HIGHEST_RATIO * Math.max(1, entry.getCompressedSize());
    if (isBomb) {
      throw Refusal.of(
          Reason.UNSAFE_FILE, "found.bomb", entry.getName(), WorkbookLimits.HIGHEST_RATIO);
    }
    if (part > WorkbookLimits.LARGEST_PART) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "found.large_part",
          entry.getName(),
          WorkbookLimits.megabytes(WorkbookLimits.LARGEST_PART));
    }
    if (inflated > WorkbookLimits.LARGEST_CONTENT) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "found.large_content",
          WorkbookLimits.megabytes(WorkbookLimits.LARGEST_CONTENT));
    }
  }

  private static Refusal damaged(ZipArchiveEntry entry) {
    return Refusal.of(Reason.UNREADABLE, "found.damaged_part", entry.getName());
  }

  private static boolean isXml(ZipArchiveEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(xml|rels|vml)");
  }
}
