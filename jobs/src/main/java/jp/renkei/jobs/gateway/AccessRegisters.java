package jp.renkei.jobs.gateway;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.gateway.classify.AgentNetwork;
import jp.renkei.jobs.gateway.classify.ClientAlias;

/**
 * What the registers say that log lines are read with.
 *
 * @param issuerIds every issuer known, whatever the day
 */
public record AccessRegisters(
    Set<String> issuerIds, List<ClientAlias> aliases, List<AgentNetwork> networks)
    implements Serializable {

  public AccessRegisters {
    issuerIds = Set.copyOf(issuerIds);
    aliases = List.copyOf(aliases);
    networks = List.copyOf(networks);
  }

  List<ClientAlias> aliasesOf(String issuerId) {
    return aliases.stream().filter(alias -> alias.issuerId().equals(issuerId)).toList();
  }
}
