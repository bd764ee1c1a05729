package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The secret under which user names become pseudonyms: at least 128 bits. It is part of the backup,
 * since without it a user of last month cannot be known again, and of nothing else.
 */
public final class PseudonymKey implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The environment variable that may hold the key, in hexadecimal. */
  public static final String VARIABLE = "RENKEI_PSEUDONYM_KEY";

  private static final int BYTES = 32;
  private static final int FEWEST_BYTES = 16;

  private final byte[] bytes;

  private PseudonymKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A key in hexadecimal digits. */
  public static PseudonymKey ofHexadecimal(String source, String text) {
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot read the pseudonym key: " + source + " is not hexadecimal.", e);
    }
    if (bytes.length < FEWEST_BYTES) {
      throw new IllegalArgumentException(
          "Cannot read the pseudonym key: %s has %d bytes, expected at least %d."
              .formatted(source, bytes.length, FEWEST_BYTES));
    }
    return new PseudonymKey(bytes);
  }

  /**
   * The key of a warehouse: from the environment, else from the file beside the warehouse, which is
   * made when missing, readable by its owner only.
   */
  public static PseudonymKey of(Path warehouse, Map<String, String> environment) {
    String given = environment.get(VARIABLE);
    if (given != null && !given.isBlank()) {
      return ofHexadecimal(VARIABLE, given);
    }
    Path file = file(warehouse);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return ofHexadecimal(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the pseudonym key " + file, e);
    }
  }

  /**
   * Where the key of a warehouse lies: {@code data/warehouse.key} beside {@code data/warehouse}.
   */
  public static Path file(Path warehouse) {
    Path folder = warehouse.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + ".key");
  }

  Pseudonyms of(String issuerId) {
    return new Pseudonyms(Pseudonyms.hash(bytes, issuerId));
  }

  /** Tells keys apart without telling them. */
  String fingerprint() {
    return HexFormat.of().formatHex(Pseudonyms.hash(bytes, "fingerprint"), 0, 8);
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    // Written aside and moved, so that nobody ever reads half a key.
    Path written = file.resolveSibling(file.getFileName() + "." + System.nanoTime());
    try (var channel =
        Files.newByteChannel(
            written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(
          ByteBuffer.wrap(
              (HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      Files.move(written, file);
    } catch (FileAlreadyExistsException e) {
      // Another program made it first: its key counts.
      Files.delete(written);
    }
  }
}
