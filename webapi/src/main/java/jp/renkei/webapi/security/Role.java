package jp.renkei.webapi.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.renkei.warehouse.release.Audience;

/** What a user may do; each reads one audience's file of a release. */
public enum Role {
  PUBLIC,
  /** Hands in answers, sees its own figures and comments on them. */
  RESPONDENT,
  ISSUER_ASSOCIATION,
  AGENT_ASSOCIATION,
  ANALYST,
  /** Sees every respondent, and accepts answers on their behalf. */
  SECRETARIAT,
  ADMIN;

  /** The word of the users file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a code.
   *
   * @throws IllegalArgumentException naming the codes there are
   */
  public static Role of(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "found role '"
                        + code
                        + "', expected one of "
                        + Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "))
                        + "."));
  }

  /** Whose file of a release it reads: its own where releases have one, else the public's. */
  public Audience audience() {
    String code = this == ADMIN ? SECRETARIAT.code() : code();
    return Arrays.stream(Audience.values())
        .filter(audience -> audience.code().equals(code))
        .findFirst()
        .orElse(Audience.PUBLIC);
  }

  /** Whether it does the secretariat's work. */
  public boolean isSecretariat() {
    return this == SECRETARIAT || this == ADMIN;
  }
}
