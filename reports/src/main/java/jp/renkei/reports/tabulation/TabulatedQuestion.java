package jp.renkei.reports.tabulation;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One question of a round with all that was counted of it.
 *
 * @param unit of a number; empty without one
 * @param askedBy RESPONDENT, PRODUCT_LINE or COUNTERPARTY
 * @param options code and label in the order of the form; fiscal years for dates
 * @param slices counts by slice, the whole first
 */
record TabulatedQuestion(
    String id,
    String sectionId,
    String sectionJa,
    String labelJa,
    String type,
    String unit,
    String askedBy,
    List<Option> options,
    SortedMap<SliceKey, Counts> slices) {

  record Option(String code, String labelJa) {}

  /** The statistics of a number. */
  record Statistics(
      OptionalLong sum, OptionalDouble median, OptionalDouble q1, OptionalDouble q3) {}

  /**
   * What was counted in one slice.
   *
   * @param statistics of a number that anybody reported; else empty values
   */
  record Counts(Map<String, Long> byState, Map<String, Long> byOption, Statistics statistics) {
    long reported() {
      return byState.getOrDefault("REPORTED", 0L);
    }

    long all() {
      return byState.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  boolean isNumber() {
    return type.equals("INTEGER") || type.equals("DECIMAL");
  }

  /** The slices beside the whole. */
  SortedSet<SliceKey> crossed() {
    var keys = new TreeSet<>(slices.keySet());
    keys.remove(SliceKey.WHOLE);
    return keys;
  }

  /** For what one answer is counted. */
  String countedAs() {
    return switch (askedBy) {
      case "PRODUCT_LINE" -> "商品ライン単位";
      case "COUNTERPARTY" -> "個人・法人と相手先の組単位";
      default -> "会社単位";
    };
  }
}
