package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A stream of draws that belongs to one thing of the world (by seed and key), so that adding an
 * issuer or a question moves nobody else's figures.
 */
final class Chance {
  // java.util.Random's sequence is fixed by its specification, unlike the newer generators'.
  private final Random random;

  private Chance(long seed) {
    random = new Random(seed);
  }

  static Chance of(long seed, String... key) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (char letter : String.join("/", key).toCharArray()) {
      hash = (hash ^ letter) * 0x100000001b3L;
    }
    // Keys that differ only in their last letter must not give neighbouring seeds.
    hash = (hash ^ (hash >>> 31)) * 0x9e3779b97f4a7c15L;
    return new Chance(hash ^ (hash >>> 29));
  }

  /** Both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  /** Both ends included. */
  LocalDate dateBetween(LocalDate low, LocalDate high) {
    return low.plusDays(between(0, (int) (high.toEpochDay() - low.toEpochDay())));
  }

  /** The amount moved by up to the given percentage, up or down. */
  long about(long amount, int percent) {
    return amount + StrictMath.round(amount * (random.nextDouble() * 2 - 1) * percent / 100);
  }

  /** Long-tailed like response times: half of the draws lie under the median given. */
  double longTailed(double median, double spread) {
    return median * StrictMath.exp(spread * random.nextGaussian());
  }

  /** Eight hexadecimal digits. */
  String hex() {
    return "%08x".formatted(random.nextInt());
  }

  double unit() {
    return random.nextDouble();
  }
}
