package jp.renkei.jobs.sample;

/**
 * The size and the seed of one sample world; equal options give byte-identical files.
 *
 * @param seed any number; another seed tells the same kind of story with other figures
 * @param issuers card companies in the register, {@value #MIN_ISSUERS} to {@value #MAX_ISSUERS}
 * @param agents agents in the register, {@value #MIN_AGENTS} to {@value #MAX_AGENTS}
 * @param months months of gateway logs, the last one being 2026-03, 1 to {@value #MAX_MONTHS}
 * @param logLines well-formed log lines over all feeds, {@value #MIN_LOG_LINES} to {@value
 *     #MAX_LOG_LINES}; planted faulty lines come on top and stand in the {@link SampleStory}
 */
public record SampleOptions(long seed, int issuers, int agents, int months, long logLines) {
  public static final int MIN_ISSUERS = 3;
  public static final int MAX_ISSUERS = 400;
  public static final int MIN_AGENTS = 2;
  public static final int MAX_AGENTS = 200;
  public static final int MAX_MONTHS = 60;
  public static final long MIN_LOG_LINES = 100;
  public static final long MAX_LOG_LINES = 100_000_000;

  public SampleOptions {
    requireWithin("issuers", issuers, MIN_ISSUERS, MAX_ISSUERS);
    requireWithin("agents", agents, MIN_AGENTS, MAX_AGENTS);
    requireWithin("months", months, 1, MAX_MONTHS);
    requireWithin("logLines", logLines, MIN_LOG_LINES, MAX_LOG_LINES);
  }

  /** 40 issuers, 20 agents, 18 months, 200,000 log lines. */
  public static SampleOptions defaults() {
    return new SampleOptions(20260331L, 40, 20, 18, 200_000);
  }

  private static void requireWithin(String name, long found, long low, long high) {
    if (found < low || found > high) {
      throw new IllegalArgumentException(
          "Cannot make a sample world: %s is %d, expected %d to %d"
              .formatted(name, found, low, high));
    }
  }
}
