package jp.renkei.jobs.landing;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/**
 * One file of the landing folder as it was when its SHA-256 was taken.
 *
 * @param location the file's address, which keeps the bytes of its name whatever the locale
 * @param path the file's path below landing, with forward slashes
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param modifiedAt when it was last written
 */
public record LandedFile(
    URI location,
    String path,
    String sha256,
    long sizeBytes,
    Instant modifiedAt,
    SubmissionKind kind)
    implements Serializable {

  public LandedFile {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(modifiedAt, "modifiedAt");
    Objects.requireNonNull(kind, "kind");
    if (sha256.length() != 64) {
      throw new IllegalArgumentException("Cannot name file " + path + ": not a SHA-256: " + sha256);
    }
  }

  /** What tables call the file: the first 16 digits of its SHA-256. */
  public String submissionId() {
    return submissionId(sha256);
  }

  /** What tables call the file of a SHA-256. */
  public static String submissionId(String sha256) {
    return sha256.substring(0, 16);
  }

  public Path file() {
    return Path.of(location);
  }

  /** Whether the file is there with the size and the time that it had when it was listed. */
  public boolean isAsListed() {
    try {
      var now = Files.readAttributes(file(), BasicFileAttributes.class);
      return now.size() == sizeBytes && now.lastModifiedTime().toInstant().equals(modifiedAt);
    } catch (IOException e) {
      return false;
    }
  }
}
