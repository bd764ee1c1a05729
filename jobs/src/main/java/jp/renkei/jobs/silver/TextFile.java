package jp.renkei.jobs.silver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.bronze.ReceivedFile;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;

/**
 * A text file or form as bronze would hold it, without a warehouse.
 *
 * @param problems those of reading it
 */
record TextFile(ReceivedFiles.File file, List<ReceivedCsv.Line> lines, List<Problem> problems) {
  private static final URI NOWHERE = URI.create("file:///");

  static TextFile read(String path, Path file) throws IOException {
    return of(path, Files.readAllBytes(file), placedAt(file));
  }

  /**
   * When a file came to lie where it lies: a copy may keep the time of what it was copied from, so
   * that the time of its change of name says it where there is one.
   */
  static Instant placedAt(Path file) throws IOException {
    var modified = Files.getLastModifiedTime(file).toInstant();
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return modified;
    }
    var changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    return changed.isAfter(modified) ? changed : modified;
  }

  /** Of what no verdict depends on when it came. */
  static TextFile of(String path, byte[] content) {
    return of(path, content, Instant.EPOCH);
  }

  static TextFile of(String path, byte[] content, Instant receivedAt) {
    var landed =
        new LandedFile(
            NOWHERE,
            path,
            Sha256.of(content),
            content.length,
            Instant.EPOCH,
            LandingFolder.kindOf(path));
    var received = ReceivedFile.of(landed, content);
    return new TextFile(
        new ReceivedFiles.File(
            landed.submissionId(), landed.sha256(), landed.kind(), path, receivedAt),
        received.cellsJson().entrySet().stream()
            .map(row -> new ReceivedCsv.Line(row.getKey(), row.getValue()))
            .toList(),
        received.problems());
  }

  SubmissionKind kind() {
    return file.kind();
  }

  List<ReceivedFiles.Refusal> refusals() {
    return problems.stream().filter(Problem::isError).map(ReceivedFiles.Refusal::of).toList();
  }
}
