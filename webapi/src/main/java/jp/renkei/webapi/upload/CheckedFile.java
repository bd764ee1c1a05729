package jp.renkei.webapi.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jp.renkei.webapi.desk.DeskCheck;

/**
 * A file that was checked and is not handed in yet. It lies outside landing.
 *
 * @param key of its address, known to its sender alone
 * @param sender the user who sent it
 * @param folder its own, with the file and its marked copy
 * @param name under which the sender knows it
 * @param respondentId whose it had to be, empty for anybody's
 */
record CheckedFile(
    String key,
    String sender,
    Path folder,
    String name,
    String sha256,
    long size,
    String respondentId,
    DeskCheck check,
    Instant sentAt) {

  Path file() {
    return folder.resolve("file");
  }

  Path marked() {
    return folder.resolve("marked.xlsx");
  }

  /** {@code .xlsx} or {@code .csv}, by what the file is and not by what it is called. */
  String ending() {
    try (var in = Files.newInputStream(file())) {
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK")
          ? ".xlsx"
          : ".csv";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isCorrection() {
    return check.replaced().isPresent();
  }

  /**
   * Where this very file lies in landing as the answer that counts now; empty where it does not,
   * though the same bytes may have been refused or replaced.
   */
  Optional<String> countsAt() {
    return check
        .replaced()
        .filter(before -> check.isAcceptable() && before.sha256().equals(sha256))
        .map(DeskCheck.Earlier::path);
  }

  /** Whether it may be handed in as it is. */
  boolean isReady() {
    return check.isAcceptable() && countsAt().isEmpty();
  }

  CheckedFile with(DeskCheck newCheck) {
    return new CheckedFile(key, sender, folder, name, sha256, size, respondentId, newCheck, sentAt);
  }
}
