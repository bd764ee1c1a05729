package jp.renkei.surveys.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import jp.renkei.surveys.Problem.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Inflates every part of a zip once, to nowhere, before any of them is parsed. */
final class ArchiveCheck {
  private final ZipFile zip;
  private long inflated;
  private long index;

  private ArchiveCheck(ZipFile zip) {
    this.zip = zip;
  }

  /** The archive, after its check. */
  static ZipFile open(byte[] content) throws Refusal, IOException {
    if (content.length > WorkbookLimits.LARGEST_FILE) {
      throw Refusal.of(Reason.TOO_LARGE, "found.bytes", content.length);
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
    var seen = new HashSet<String>();
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
      if (isOutside(name)) {
        throw Refusal.of(Reason.UNSAFE_FILE, "found.outer_path", entry.getName());
      }
      if (!seen.add(name)) {
        throw Refusal.of(Reason.UNSAFE_FILE, "found.part_twice", entry.getName());
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw Refusal.of(Reason.PASSWORD_PROTECTED, "found.encrypted_zip");
      }
    }
    for (ZipArchiveEntry entry : entries) {
      inflate(entry);
    }
  }

  private static boolean isOutside(String name) {
    return name.startsWith("/")
        || name.matches("[a-z]:.*")
        || List.of(name.split("/", -1)).contains("..")
        || name.chars().anyMatch(Character::isISOControl);
  }

  private void inflate(ZipArchiveEntry entry) throws Refusal, IOException {
    int method = entry.getMethod();
    if (method != ZipEntry.DEFLATED && method != ZipEntry.STORED) {
      throw Refusal.of(Reason.UNREADABLE, "found.damaged_part", entry.getName());
    }
    long before = inflated;
    var sum = new CRC32();
    var buffer = new byte[16 * 1024];
    try (InputStream stream = zip.getInputStream(entry)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        sum.update(buffer, 0, read);
        inflated += read;
        limits(entry, inflated - before);
      }
    } catch (IOException e) {
      throw Refusal.of(Reason.UNREADABLE, "found.damaged_part", entry.getName());
    }
    if (sum.getValue() != entry.getCrc()) {
      throw Refusal.of(Reason.UNREADABLE, "found.damaged_part", entry.getName());
    }
    if (isIndex(entry)) {
      index += inflated - before;
      if (index > WorkbookLimits.LARGEST_INDEX) {
        throw Refusal.of(Reason.UNSAFE_FILE, "found.large_index");
      }
    }
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
          Reason.TOO_LARGE, "found.large_part", entry.getName(), WorkbookLimits.LARGEST_PART);
    }
    if (inflated > WorkbookLimits.LARGEST_CONTENT) {
      throw Refusal.of(Reason.TOO_LARGE, "found.large_content", WorkbookLimits.LARGEST_CONTENT);
    }
  }

  private static boolean isIndex(ZipArchiveEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".rels")
        || name.endsWith("[content_types].xml")
        || name.startsWith("docprops/");
  }
}
