package jp.renkei.webapi.upload;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.renkei.webapi.desk.Desk;
import jp.renkei.webapi.desk.DeskCheck;
import jp.renkei.webapi.landing.FreeText;
import jp.renkei.webapi.security.RandomText;
import jp.renkei.webapi.security.User;

/** Takes a file that was sent, outside landing, and has it checked. */
final class UploadCheck {
  private final Desk desk;
  private final CheckedFiles files;
  private final Clock clock;

  UploadCheck(Desk desk, CheckedFiles files, Clock clock) {
    this.desk = desk;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Checks a file that has just come in.
   *
   * @param respondentId whose it must be, empty for anybody's
   */
  CheckedFile take(UploadedFile sent, User sender, String respondentId) {
    String key = RandomText.of256Bits();
    Path folder = files.folder().resolve(key);
    boolean isKept = false;
    try {
      Files.createDirectory(folder);
      String sha256;
      try (var content = sent.content();
          var out = Files.newOutputStream(folder.resolve("file"))) {
        sha256 = FileDigest.copying(content, out);
      }
      long size = Files.size(folder.resolve("file"));
      String name = name(sent.filename());
      var checked =
          new CheckedFile(
              key,
              sender.name(),
              folder,
              name,
              sha256,
              size,
              respondentId,
              check(folder, name, respondentId),
              clock.instant());
      files.keep(checked);
      isKept = true;
      return checked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!isKept) {
        TemporaryFolder.delete(folder);
      }
    }
  }

  /** Looks at a checked file once more: landing may hold more than it did then. */
  CheckedFile again(CheckedFile file) {
    var now = file.with(check(file.folder(), file.name(), file.respondentId()));
    files.keep(now);
    return now;
  }

  private DeskCheck check(Path folder, String name, String respondentId) {
    return desk.check(folder.resolve("file"), name, respondentId, folder.resolve("marked.xlsx"));
  }

  /** What the sender calls the file, without the folders that some browsers name too. */
  private static String name(String sent) {
    String text = FreeText.of(sent, 1_000).replaceFirst(".*[/\\\\]", "");
    String safe = text.isEmpty() || text.matches("\\.+") ? "file" : text;
    return FreeText.of(safe.length() > 150 ? safe.substring(safe.length() - 150) : safe, 150);
  }
}
