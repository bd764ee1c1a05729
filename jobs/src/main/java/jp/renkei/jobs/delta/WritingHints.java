package jp.renkei.jobs.delta;

import java.util.List;

/**
 * How a large table is best written.
 *
 * @param statisticsColumns those that queries filter by; never one with raw text or personal data
 * @param distinctColumns those whose values hardly ever come twice
 */
public record WritingHints(List<String> statisticsColumns, List<String> distinctColumns) {

  public WritingHints {
    statisticsColumns = List.copyOf(statisticsColumns);
    distinctColumns = List.copyOf(distinctColumns);
  }
}
