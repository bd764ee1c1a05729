package jp.renkei.jobs.landing;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One file of the landing folder.
 *
 * @param root the landing folder, as an absolute path
 * @param path the file's path below it, with forward slashes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record LandedFile(
    String root, String path, String sha256, long sizeBytes, SubmissionKind kind)
    implements Serializable {

  public LandedFile {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    if (sha256.length() != 64) {
      throw new IllegalArgumentException("Cannot name file " + path + ": not a SHA-256: " + sha256);
    }
  }

  /** What tables call the file: the first 16 digits of its SHA-256. */
  public String submissionId() {
    return sha256.substring(0, 16);
  }

  public Path file() {
    return Path.of(root).resolve(path);
  }
}
