package jp.renkei.jobs.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.delta.SourceId;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.delta.WrittenFile;
import jp.renkei.jobs.gateway.format.Escapes;
import jp.renkei.jobs.gateway.format.MaskedLine;
import jp.renkei.jobs.gateway.format.RejectReason;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;

/** The rejected lines of one file, masked; the Parquet file is made with the first of them. */
final class RejectedLines implements Closeable {
  private static final int LONGEST_RAW = 1_000;
  private static final int LONGEST_FOUND = 200;

  /** Bytes of a line that are looked at: masked, they are shorter or little longer. */
  private static final int LOOKED_AT = 4_096;

  private final TableDefinition table = TableCatalog.builtIn().table(GatewayFile.REJECTED);
  private final Path folder;
  private final SourceId source;
  private final String submissionId;
  private final String path;
  private TableParquetFile file;

  RejectedLines(String warehouse, GatewayFile gatewayFile, String purpose) {
    this.folder = TableFolder.of(Path.of(warehouse), table.name());
    this.source = gatewayFile.source(purpose);
    this.submissionId = gatewayFile.file().submissionId();
    this.path = Escapes.masked(gatewayFile.file().path());
  }

  void add(LogReading.Rejected rejected, MaskedLine masked) throws IOException {
    int length = Math.min(rejected.end() - rejected.start(), LOOKED_AT);
    // Bytes that are no UTF-8 become replacement characters here: this is a picture of the line.
    String raw = new String(rejected.bytes(), rejected.start(), length, StandardCharsets.UTF_8);
    var why = rejected.why();
    add(rejected.number(), why.reason(), why.found(), why.expected(), masked.of(raw));
  }

  void add(long line, RejectReason reason, String found, String expected, String rawMasked)
      throws IOException {
    if (file == null) {
      file = TableParquetFile.create(table, folder, source, List.of("submission_id"));
    }
    file.write(
        submissionId,
        path,
        line,
        reason.name(),
        cut(Escapes.masked(found), LONGEST_FOUND),
        expected,
        cut(rawMasked, LONGEST_RAW));
  }

  List<WrittenFile> finish() throws IOException {
    return file == null ? List.of() : List.of(file.finish());
  }

  /** Cuts a text, never through the middle of a character. */
  private static String cut(String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
