package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** Options with weights; an option of weight 0 is never drawn. */
final class Weighted<T> {
  private final List<T> options = new ArrayList<>();
  private final List<Double> upTo = new ArrayList<>();
  private double total;

  Weighted<T> add(double weight, T option) {
    if (weight > 0) {
      total += weight;
      options.add(option);
      upTo.add(total);
    }
    return this;
  }

  boolean isEmpty() {
    return options.isEmpty();
  }

  T draw(Chance chance) {
    if (isEmpty()) {
      throw new IllegalStateException("Cannot draw from no options");
    }
    double point = chance.unit() * total;
    for (int i = 0; i < options.size(); i++) {
      if (point < upTo.get(i)) {
        return options.get(i);
      }
    }
    return options.get(options.size() - 1);
  }
}
