package jp.renkei.jobs.gateway.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All agents' networks: which agent an address belongs to on a day, by the longest prefix. */
public final class AgentNetworks {
  private static final int BITS = 128;
  private static final int MAPPED_BITS = 96;

  private final TreeMap<Integer, Map<IpAddress, List<AgentNetwork>>> byPrefixLength =
      new TreeMap<>(Comparator.reverseOrder());

  /** Takes the networks; one that is no CIDR is left out, since its register was refused for it. */
  public AgentNetworks(List<AgentNetwork> networks) {
    networks.stream().sorted(Comparator.comparing(AgentNetwork::agentId)).forEach(this::add);
  }

  private void add(AgentNetwork network) {
    Block.parse(network.cidr())
        .ifPresent(
            block ->
                byPrefixLength
                    .computeIfAbsent(block.length(), unused -> new HashMap<>())
                    .computeIfAbsent(block.network(), unused -> new ArrayList<>())
                    .add(network));
  }

  /** Whether a text is an address or a block of addresses. */
  public static boolean isNetwork(String cidr) {
    return Block.parse(cidr).isPresent();
  }

  private record Block(int length, IpAddress network) {
    static Optional<Block> parse(String cidr) {
      int slash = cidr.indexOf('/');
      var address = IpAddress.parse(slash < 0 ? cidr : cidr.substring(0, slash));
      if (address.isEmpty()) {
        return Optional.empty();
      }
      int offset = address.get().isFour() && cidr.indexOf(':') < 0 ? MAPPED_BITS : 0;
      int length;
      try {
        length = slash < 0 ? BITS : offset + Integer.parseInt(cidr.substring(slash + 1));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
      return length < offset || length > BITS
          ? Optional.empty()
          : Optional.of(new Block(length, address.get().network(length)));
    }
  }

  /**
   * Whose a whole block of addresses is.
   *
   * @param agentId null where the block is no agent's
   * @param isSure false where a part of the block is another's than the rest
   */
  public record Owner(String agentId, boolean isSure) {}

  /**
   * Whose a stored block is on a day, of which only the network is known: sure where one network
   * holds all of it, or no network any part of it.
   *
   * @param storedNetwork as {@link IpAddress#storedNetwork()} writes it
   */
  public Owner ownerOf(String storedNetwork, int day) {
    var block = Block.parse(storedNetwork);
    if (block.isEmpty()) {
      return new Owner(null, false);
    }
    // The longest prefix comes first: parts of the block, then what it is a part of.
    boolean isSure = true;
    String first = null;
    for (var entry : byPrefixLength.entrySet()) {
      boolean isPart = entry.getKey() > block.get().length();
      for (var network : entry.getValue().entrySet()) {
        boolean isMeant =
            isPart
                ? network.getKey().network(block.get().length()).equals(block.get().network())
                : block.get().network().network(entry.getKey()).equals(network.getKey());
        var agent = isMeant ? agentOn(day, network.getValue()) : Optional.<String>empty();
        if (agent.isPresent() && !isPart) {
          return new Owner(agent.get(), isSure && (first == null || first.equals(agent.get())));
        }
        if (agent.isPresent()) {
          isSure &= first == null || first.equals(agent.get());
          first = agent.get();
        }
      }
    }
    return new Owner(null, first == null);
  }

  private static Optional<String> agentOn(int day, List<AgentNetwork> networks) {
    return networks.stream()
        .filter(network -> network.validity().holds(day))
        .map(AgentNetwork::agentId)
        .findFirst();
  }

  /** The agent whose network holds an address on a day, or null. */
  public String agentOf(IpAddress address, int day) {
    for (var entry : byPrefixLength.entrySet()) {
      List<AgentNetwork> networks = entry.getValue().get(address.network(entry.getKey()));
      for (int index = 0; networks != null && index < networks.size(); index++) {
        if (networks.get(index).validity().holds(day)) {
          return networks.get(index).agentId();
        }
      }
    }
    return null;
  }
}
