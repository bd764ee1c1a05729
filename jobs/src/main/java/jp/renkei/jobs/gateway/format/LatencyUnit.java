package jp.renkei.jobs.gateway.format;

import java.util.Locale;
import jp.renkei.warehouse.definition.DefinitionException;

/** The unit of a latency. */
public enum LatencyUnit {
  NS,
  US,
  MS,
  S,
  /** It stands behind the number: {@code 0.043s}, {@code 1m2.5s}, {@code 12ms}. */
  WRITTEN,
  /** The product leaves it open: the feed says it. */
  FEED;

  /** A latency in milliseconds; divided, so that a whole number gives the nearest decimal. */
  double milliseconds(double latency) {
    return switch (this) {
      case NS -> latency / 1e6;
      case US -> latency / 1e3;
      case MS -> latency;
      case S -> latency * 1e3;
      case WRITTEN, FEED -> Double.NaN;
    };
  }

  /** The word in a format file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LatencyUnit of(String place, String text) {
    for (var unit : values()) {
      if (unit.key().equals(text)) {
        return unit;
      }
    }
    throw new DefinitionException(
        place + ": found '" + text + "', expected a unit of time: ns, us, ms, s, written or feed.",
        new DefinitionException.InJapanese("latency_unit：" + text, "ns、us、ms、s、written のいずれか"));
  }
}
