package jp.renkei.reports.foreign;

import java.util.List;
import java.util.Optional;

/**
 * A register of another country with its months.
 *
 * @param id part of its charts' addresses
 * @param country and the other words in Japanese and English
 * @param sourceUrl https, empty where the register has none
 * @param months from its first to its last snapshot, the missing ones among them
 */
public record ForeignRegister(
    String id,
    Words country,
    Words name,
    Words basis,
    Words source,
    Optional<String> sourceUrl,
    String licence,
    boolean isFictitious,
    List<ForeignMonth> months) {
  /** What is read in either language. */
  public record Words(String ja, String en) {
    public String in(boolean isJapanese) {
      return isJapanese ? ja : en;
    }
  }

  public ForeignRegister {
    months = List.copyOf(months);
  }

  /** The newest month with a snapshot; empty where no snapshot counts. */
  public Optional<ForeignMonth> newest() {
    return months.stream().filter(month -> !month.isGap()).reduce((earlier, later) -> later);
  }

  public long gaps() {
    return months.stream().filter(ForeignMonth::isGap).count();
  }
}
