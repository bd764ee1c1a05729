package jp.renkei.webapi.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds off who guesses passwords: ten failures for a name, or a hundred from an address, within
 * fifteen minutes. Names that nobody has are counted alike, so that the limit tells nothing.
 */
final class SignInLimit {
  static final Duration SPAN = Duration.ofMinutes(15);
  static final int MOST_PER_NAME = 10;
  static final int MOST_PER_ADDRESS = 100;
  private static final int MOST_KEYS = 20_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

  SignInLimit(Clock clock) {
    this.clock = clock;
  }

  /** Whether another attempt is looked at. */
  synchronized boolean allows(String name, String address) {
    return recent("name " + name) < MOST_PER_NAME
        && recent("address " + address) < MOST_PER_ADDRESS;
  }

  synchronized void failed(String name, String address) {
    note("name " + name);
    note("address " + address);
  }

  /** A name's failures are forgotten once its password was right; the address keeps its own. */
  synchronized void succeeded(String name) {
    failures.remove("name " + name);
  }

  private int recent(String key) {
    var times = failures.get(key);
    if (times == null) {
      return 0;
    }
    Instant earliest = clock.instant().minus(SPAN);
    while (!times.isEmpty() && times.peekFirst().isBefore(earliest)) {
      times.removeFirst();
    }
    if (times.isEmpty()) {
      failures.remove(key);
    }
    return times.size();
  }

  private void note(String key) {
    if (failures.size() >= MOST_KEYS && !failures.containsKey(key)) {
      failures.remove(failures.keySet().iterator().next());
    }
    failures.computeIfAbsent(key, any -> new ArrayDeque<>()).addLast(clock.instant());
  }
}
