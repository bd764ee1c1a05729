package jp.renkei.surveys.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Writes a workbook's archive anew from its directory, the only one that {@link WorkbookReader}
 * looked at. What else the file holds between its parts, and other libraries might read, is gone.
 */
public final class SafeCopy {
  private SafeCopy() {}

  /**
   * @param content of a workbook that was read without error
   * @throws IllegalArgumentException for any other
   */
  public static byte[] of(byte[] content) {
    var copy = new ByteArrayOutputStream(content.length);
    try (ZipFile zip = ArchiveCheck.open(content);
        var result = new ZipOutputStream(copy)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        result.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream part = zip.getInputStream(entry)) {
          part.transferTo(result);
        }
        result.closeEntry();
      }
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(
          "Cannot copy the workbook: " + refusal.getMessage(), refusal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy.toByteArray();
  }
}
