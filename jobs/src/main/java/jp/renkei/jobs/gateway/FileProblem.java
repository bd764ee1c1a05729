package jp.renkei.jobs.gateway;

/**
 * Why a file could not be taken as a whole; other files go on. Texts are for the secretariat, so
 * they are Japanese.
 *
 * @param path below landing
 * @param code for programs
 */
public record FileProblem(String path, Code code, String found, String expected, String remedy) {

  /** Of a compressed file that breaks off: it has no lines to look at. */
  public static final String REMEDY_OF_ARCHIVE = "圧縮し直したファイルを置いてください。このファイルからは1行も取り込んでいません。";

  /** The kinds of problem. */
  public enum Code {
    UNKNOWN_ISSUER,
    FEED_MISSING,
    FEED_INVALID,
    UNKNOWN_PRODUCT,
    NOT_IN_A_FEED_FOLDER,
    /** The file's name does not end as a log's does: it was not looked into. */
    UNKNOWN_ENDING,
    DAMAGED_ARCHIVE,
    /** The log was written, or vanished, while it was read. */
    CHANGED_WHILE_READ,
    /** The file could not be opened or read; the next run tries again. */
    UNREADABLE,
    /** Not an error: the same bytes stand under another path, and count once. */
    SAME_CONTENT
  }

  @Override
  public String toString() {
    return path + ": 検出値「" + found + "」、期待値「" + expected + "」。" + remedy;
  }
}
