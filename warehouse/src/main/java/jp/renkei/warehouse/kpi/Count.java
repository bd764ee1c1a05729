package jp.renkei.warehouse.kpi;

import java.util.OptionalLong;

/** A sum of counts that is empty before the first, and for good once one of them is unknown. */
public final class Count {
  private long sum;
  private boolean isGiven;
  private boolean isUnknown;

  public void add(OptionalLong part) {
    isGiven = true;
    if (part.isEmpty()) {
      isUnknown = true;
    } else {
      sum = Math.addExact(sum, part.getAsLong());
    }
  }

  public OptionalLong total() {
    return isGiven && !isUnknown ? OptionalLong.of(sum) : OptionalLong.empty();
  }
}
