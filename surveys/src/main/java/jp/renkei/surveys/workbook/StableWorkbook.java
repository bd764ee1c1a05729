package jp.renkei.surveys.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook so that the same content gives the same bytes: no clock goes into the file. */
public final class StableWorkbook {
  /** The earliest time that a zip entry can hold. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StableWorkbook() {}

  /**
   * @param asOf stands in the file's properties as its date
   */
  public static void write(XSSFWorkbook workbook, String title, LocalDate asOf, OutputStream out)
      throws IOException {
    var properties = workbook.getProperties().getCoreProperties();
    var date = Optional.of(Date.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
    properties.setCreator("Renkei");
    properties.setTitle(title);
    properties.setCreated(date);
    properties.setModified(date);
    var written = new ByteArrayOutputStream();
    workbook.write(written);
    copyWithFixedTimes(written.toByteArray(), out);
  }

  private static void copyWithFixedTimes(byte[] zip, OutputStream out) throws IOException {
    var result = new ZipOutputStream(out);
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ENTRY_TIME);
        result.putNextEntry(copy);
        entries.transferTo(result);
        result.closeEntry();
      }
    }
    result.finish();
  }
}
