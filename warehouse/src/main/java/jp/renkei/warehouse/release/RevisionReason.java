package jp.renkei.warehouse.release;

import java.util.Arrays;
import java.util.Optional;

/** Why a release takes the place of the one published before. */
public enum RevisionReason {
  /** 定例更新: its time had come. */
  REGULAR("定例更新"),
  /** 訂正: the one before was wrong. */
  CORRECTION("訂正");

  private final String japanese;

  RevisionReason(String japanese) {
    this.japanese = japanese;
  }

  public String japanese() {
    return japanese;
  }

  /** By its code in any case, or by its Japanese name. */
  public static Optional<RevisionReason> find(String text) {
    return Arrays.stream(values())
        .filter(one -> one.name().equalsIgnoreCase(text) || one.japanese.equals(text))
        .findFirst();
  }
}
