package jp.renkei.jobs.sample;

import java.time.LocalDate;

/**
 * The merger of the story: between the second and the third round one issuer is absorbed by the
 * first one. The old id stands in the older rounds and frame, the new frame is without it.
 */
final class Merger {
  static final int ABSORBED_NUMBER = 9;
  static final int ABSORBING_NUMBER = 1;
  static final LocalDate EFFECTIVE_ON = LocalDate.of(2025, 10, 1);

  private Merger() {}

  /** A world of fewer than ten issuers is too small to lose one. */
  static boolean happensIn(SampleOptions options) {
    return options.issuers() > ABSORBED_NUMBER;
  }
}
