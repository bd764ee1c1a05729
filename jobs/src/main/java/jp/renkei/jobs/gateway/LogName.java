package jp.renkei.jobs.gateway;

import java.util.List;
import java.util.Locale;

/** What the name of a file in a feed folder says, in capitals or not. */
final class LogName {
  private static final String GZIP = ".gz";
  private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".log");

  private LogName() {}

  /**
   * Whether a file is to be read as a log: {@code .jsonl}, {@code .json}, {@code .log}, or one .gz.
   */
  static boolean isLog(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String plain =
        lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
    return ENDINGS.stream().anyMatch(plain::endsWith);
  }

  static boolean isGzip(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }
}
