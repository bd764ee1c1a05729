package jp.renkei.jobs.sample;

/** Client addresses, all from blocks set apart for documentation and benchmarks. */
final class Addresses {
  private Addresses() {}

  /** An address of one of the agent's blocks; of a block that nobody reported where it has none. */
  static String ofAgent(TrueAgent agent, Chance chance) {
    if (agent.networks().isEmpty()) {
      return "198.19.%d.%d".formatted(agent.number(), chance.between(1, 254));
    }
    String network = chance.pick(agent.networks());
    String start = network.substring(0, network.indexOf('/'));
    if (start.contains(":")) {
      return start + Integer.toHexString(chance.between(1, 65_535));
    }
    int lastDot = start.lastIndexOf('.');
    int first = Integer.parseInt(start.substring(lastDot + 1));
    int size = network.endsWith("/28") ? 16 : 256;
    return start.substring(0, lastDot + 1) + (first + chance.between(1, size - 2));
  }

  /** A member's own address. */
  static String ofMember(Chance chance) {
    return chance.happens(85)
        ? "192.0.2." + chance.between(1, 254)
        : "2001:db8:f000:%x::%x".formatted(chance.between(1, 999), chance.between(1, 65_535));
  }

  /** A search engine's, a monitor's or an unknown program's. */
  static String ofOthers(Chance chance) {
    return "198.51.100." + chance.between(1, 254);
  }
}
