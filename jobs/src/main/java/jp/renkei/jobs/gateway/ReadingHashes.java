package jp.renkei.jobs.gateway;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.gateway.classify.AgentNetwork;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.gateway.classify.UserAgentClasses;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.warehouse.definition.Definitions;

/**
 * Hashes over what decides how a log line is read beside the line and its feed.yaml, so that two
 * places can tell whether they read alike without showing each other their registers.
 */
public final class ReadingHashes {
  private ReadingHashes() {}

  /**
   * Over the reading of this program, the formats of some products, the classification rules and
   * the classes of user agents.
   */
  public static String reading(Collection<String> products) {
    var formats = GatewayFormat.builtIn();
    var rules = Definitions.read("definitions/rules", ".yaml");
    return of(
        Stream.concat(
            Stream.of(
                AccessContext.READING,
                rules.get("access-classification.yaml"),
                rules.get("user-agents.yaml"),
                UserAgentClasses.libraryVersion()),
            products.stream()
                .sorted()
                .distinct()
                .map(product -> product + '\n' + formats.getOrDefault(product, ""))));
  }

  /** Over an issuer's aliases that hold on a day of a month. */
  public static String aliases(List<ClientAlias> aliases, String issuerId, YearMonth month) {
    return of(
        aliases.stream()
            .filter(alias -> alias.issuerId().equals(issuerId))
            .filter(alias -> alias.validity().overlaps(days(month)))
            .map(alias -> alias.clientIdRaw() + '\n' + alias.agentId() + '\n' + alias.validity())
            .sorted());
  }

  /** Over the agents' networks that hold on a day of a month. */
  public static String networks(List<AgentNetwork> networks, YearMonth month) {
    return of(
        networks.stream()
            .filter(network -> network.validity().overlaps(days(month)))
            .map(AgentNetwork::toString)
            .sorted());
  }

  private static Validity days(YearMonth month) {
    return new Validity((int) month.atDay(1).toEpochDay(), (int) month.atEndOfMonth().toEpochDay());
  }

  private static String of(Stream<String> parts) {
    return Sha256.of(
        parts.map(part -> part.length() + ":" + part).collect(Collectors.joining("\n")));
  }
}
