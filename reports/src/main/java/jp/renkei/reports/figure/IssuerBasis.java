package jp.renkei.reports.figure;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By which issuers a history is told. */
public enum IssuerBasis {
  /** By the issuers of the period. */
  THEN,
  /** By today's issuers: what their predecessors handed in is part of their history. */
  NOW;

  /** As in an address: {@code then} or {@code now}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the code; empty for anything else. */
  public static Optional<IssuerBasis> parse(String code) {
    return Stream.of(values()).filter(basis -> basis.code().equals(code)).findFirst();
  }
}
