package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.SecretFile;
import jp.renkei.jobs.gateway.privacy.Hmac;
import jp.renkei.jobs.gateway.privacy.StoredIds;

/**
 * The secret under which user names become pseudonyms, and ids that may not be stored digests: at
 * least 128 bits. It is part of the backup, since without it a user of last month cannot be known
 * again, and of nothing else.
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

  /**
   * A key in hexadecimal digits.
   *
   * @param source where it stands, for messages, which never hold the key
   * @throws DataProblemException when it is no key
   */
  public static PseudonymKey ofHexadecimal(String source, String text) {
    String digits = text.strip();
    if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw noKey(source, digits.length() + " characters, not all of them hexadecimal digits");
    }
    if (digits.length() < 2 * FEWEST_BYTES || digits.length() % 2 != 0) {
      throw noKey(source, digits.length() + " hexadecimal digits");
    }
    return new PseudonymKey(HexFormat.of().parseHex(digits));
  }

  private static DataProblemException noKey(String source, String found) {
    return new DataProblemException(
        ("Cannot read the pseudonym key: %s: found %s, expected an even number of hexadecimal digits,"
                + " %d or more. Put the key back from the backup; with another key the users of"
                + " earlier months cannot be known again. Only before the first run: make one with"
                + " 'openssl rand -hex 32', or unset %s.")
            .formatted(source, found, 2 * FEWEST_BYTES, VARIABLE));
  }

  /**
   * The key of a warehouse: from the environment, else from the file beside the warehouse, which is
   * made when missing, readable by its owner only.
   *
   * @throws DataProblemException when there is something else than a key, or it cannot be read
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
    } catch (CharacterCodingException e) {
      throw noKey(file.toString(), "bytes that are no text");
    } catch (IOException e) {
      throw new DataProblemException(
          "Cannot read the pseudonym key: %s: found %s, expected a file that this account can read. Give it the right owner and permissions, then run again."
              .formatted(file, e.getClass().getSimpleName()));
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
    return new Pseudonyms(Hmac.hash(bytes, issuerId));
  }

  /** What is stored of an issuer's ids. */
  StoredIds idsOf(String issuerId, Set<String> knownClients) {
    return new StoredIds(Hmac.hash(bytes, issuerId), knownClients);
  }

  /** Tells keys apart without telling them. */
  String fingerprint() {
    return HexFormat.of().formatHex(Hmac.hash(bytes, "fingerprint"), 0, 8);
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    // Written aside and moved, so that nobody ever reads half a key.
    Path written = file.resolveSibling(file.getFileName() + "." + System.nanoTime());
    SecretFile.create(written, HexFormat.of().formatHex(bytes) + "\n");
    try {
      Files.move(written, file);
    } catch (FileAlreadyExistsException e) {
      // Another program made it first: its key counts.
      Files.delete(written);
    }
  }
}
