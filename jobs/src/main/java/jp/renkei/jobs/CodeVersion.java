package jp.renkei.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.renkei.warehouse.definition.Definitions;

/** Which code and which definitions a figure was made with. */
public final class CodeVersion {
  private static final String COMMIT = System.getProperty("renkei.commit", "unknown");
  private static final String CODE = COMMIT + "-" + resources("jp/renkei", ".class");
  private static final String DEFINITIONS = resources("definitions", "");

  private CodeVersion() {}

  /** The commit, where the launcher knows it, and a hash over the compiled classes. */
  public static String code() {
    return CODE;
  }

  /** A hash over tables, KPIs, rules, policy and questionnaires. */
  public static String definitions() {
    return DEFINITIONS;
  }

  private static String resources(String folder, String ending) {
    var text = new StringBuilder();
    Definitions.hashes(folder, ending)
        .forEach((file, hash) -> text.append(file).append(' ').append(hash).append('\n'));
    return sha256(text.toString()).substring(0, 16);
  }

  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
