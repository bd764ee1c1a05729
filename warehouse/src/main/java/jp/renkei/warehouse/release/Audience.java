package jp.renkei.warehouse.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who a release file is made for. DuckDB has no table rights, so what an audience must not see is
 * not in its file.
 */
public enum Audience {
  PUBLIC,
  /** The association of the issuers; its members hold the public's file too. */
  ISSUER_ASSOCIATION,
  /** The association of the agents; its members hold the public's file too. */
  AGENT_ASSOCIATION,
  SECRETARIAT;

  /** Whether companies are named by consent only and figures that tell too much are suppressed. */
  public boolean isUnderDisclosureControl() {
    return this != SECRETARIAT;
  }

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
                    "Cannot read audience: found '"
                        + code
                        + "', expected one of "
                        + Arrays.stream(values())
                            .map(Audience::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
