package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes the true agents of a world. */
final class AgentTruths {
  private static final int CORPORATE_NUMBERS_FROM = 10_000;

  private final SampleOptions options;

  AgentTruths(SampleOptions options) {
    this.options = options;
  }

  List<TrueAgent> all() {
    List<TrueAgent> agents = new ArrayList<>();
    for (int number = 1; number <= options.agents(); number++) {
      agents.add(agent(number));
    }
    return agents;
  }

  private TrueAgent agent(int number) {
    String id = "AGT%03d".formatted(number);
    Chance chance = Chance.of(options.seed(), "agent", id);
    return new TrueAgent(
        id,
        number,
        CorporateNumbers.at(CORPORATE_NUMBERS_FROM + number),
        SampleNames.agentJa(number),
        SampleNames.agentEn(number),
        number % 8 == 7 ? "" : "架空電代第%03d号".formatted(number),
        chance.happens(75),
        number % 5 != 4,
        services(number),
        segments(number),
        chance.about(6_000_000L / (number + 1), 20),
        1 + 24 / (number + 1),
        networks(number));
  }

  private static List<String> services(int number) {
    return switch (number % 4) {
      case 1 -> List.of("HOUSEHOLD", "ASSET");
      case 2 -> List.of("ACCOUNTING", "EXPENSE");
      case 3 -> List.of("EXPENSE");
      default -> List.of("ASSET", "CREDIT");
    };
  }

  private static Set<Segment> segments(int number) {
    return switch (number % 4) {
      case 2 -> EnumSet.allOf(Segment.class);
      case 3 -> EnumSet.of(Segment.CORPORATE);
      default -> EnumSet.of(Segment.INDIVIDUAL);
    };
  }

  /**
   * Blocks set apart for documentation and benchmarks. Every ninth agent's are unknown, so that its
   * scraping shows only by its user agent; some share a /24 with others, as real ones do.
   */
  private static List<String> networks(int number) {
    if (number % 9 == 8) {
      return List.of();
    }
    if (number % 3 == 0 && number / 3 < 16) {
      return List.of("203.0.113.%d/28".formatted(number / 3 * 16));
    }
    String block = "198.18.%d.0/24".formatted(number);
    return number % 4 == 1 ? List.of(block, "2001:db8:%x::/48".formatted(number)) : List.of(block);
  }
}
