package jp.renkei.jobs.gateway.format;

import java.util.Locale;
import jp.renkei.warehouse.definition.DefinitionException;

/** The unit of a latency. */
public enum LatencyUnit {
  NS(1e-6),
  US(1e-3),
  MS(1),
  S(1e3),
  /** The product leaves it open: the feed says it. */
  FEED(Double.NaN);

  private final double milliseconds;

  LatencyUnit(double milliseconds) {
    this.milliseconds = milliseconds;
  }

  double milliseconds() {
    return milliseconds;
  }

  static LatencyUnit of(String place, String text) {
    for (var unit : values()) {
      if (unit.name().toLowerCase(Locale.ROOT).equals(text)) {
        return unit;
      }
    }
    throw new DefinitionException(
        place + ": found '" + text + "', expected a unit of time: ns, us, ms, s or feed.",
        new DefinitionException.InJapanese("latency_unit：" + text, "ns、us、ms、s のいずれか"));
  }
}
