package jp.renkei.jobs.gold.kpi;

import java.util.OptionalLong;

/** A sum of counts that is empty before the first, and for good once one of them is unknown. */
final class Count {
  private long sum;
  private boolean isGiven;
  private boolean isUnknown;

  void add(OptionalLong part) {
    isGiven = true;
    if (part.isEmpty()) {
      isUnknown = true;
    } else {
      sum = Math.addExact(sum, part.getAsLong());
    }
  }

  OptionalLong total() {
    return isGiven && !isUnknown ? OptionalLong.of(sum) : OptionalLong.empty();
  }
}
