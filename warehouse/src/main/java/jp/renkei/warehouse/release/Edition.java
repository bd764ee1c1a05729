package jp.renkei.warehouse.release;

import java.util.Arrays;
import java.util.Optional;

/** Whether what was published is preliminary or final as a publication; figures say so too. */
public enum Edition {
  /** 速報: final figures are to follow. */
  PRELIMINARY("速報"),
  /** 確報. */
  FINAL("確報");

  private final String japanese;

  Edition(String japanese) {
    this.japanese = japanese;
  }

  public String japanese() {
    return japanese;
  }

  /** By its code in any case, or by its Japanese name. */
  public static Optional<Edition> find(String text) {
    return Arrays.stream(values())
        .filter(one -> one.name().equalsIgnoreCase(text) || one.japanese.equals(text))
        .findFirst();
  }
}
