package jp.renkei.warehouse.release;

import java.util.Arrays;
import java.util.Locale;

/**
 * Who a release file is made for. DuckDB has no table rights, so what an audience must not see is
 * not in its file.
 */
public enum Audience {
  PUBLIC,
  SECRETARIAT;

  /** The name used on the command line, in table definitions and as the file's name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Audience of(String code) {
    return Arrays.stream(values())
        .filter(audience -> audience.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read audience: found '" + code + "', expected public or secretariat."));
  }
}
