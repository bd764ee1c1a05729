package jp.renkei.jobs;

import jp.renkei.warehouse.definition.Definitions;

/** Which code and which definitions a figure was made with. */
public final class CodeVersion {
  private static final String COMMIT = System.getProperty("renkei.commit", "unknown");
  private static final String CODE =
      hash("jp/renkei", ".class", "silver", ".sql", "gold", ".sql", "gateway-formats", ".yaml");
  private static final String DEFINITIONS = hash("definitions", "");

  private CodeVersion() {}

  /** A hash over the compiled classes, the tables' SQL and the gateways' formats. */
  public static String code() {
    return CODE;
  }

  /** The commit of the sources, where the launcher knows it. It tells, but decides nothing. */
  public static String commit() {
    return COMMIT;
  }

  /** A hash over tables, KPIs, rules, policy and questionnaires. */
  public static String definitions() {
    return DEFINITIONS;
  }

  private static String hash(String... foldersAndEndings) {
    var text = new StringBuilder();
    for (int index = 0; index < foldersAndEndings.length; index += 2) {
      Definitions.hashes(foldersAndEndings[index], foldersAndEndings[index + 1])
          .forEach((file, hash) -> text.append(file).append(' ').append(hash).append('\n'));
    }
    return Sha256.of(text.toString()).substring(0, 16);
  }
}
