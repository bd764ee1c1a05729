package jp.renkei.jobs.gateway.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One issuer's client ids. */
public final class ClientAliases {
  private final Map<String, List<ClientAlias>> byClientId = new HashMap<>();

  public ClientAliases(List<ClientAlias> ofOneIssuer) {
    // Two agents on one day are an error of the register; until it is mended the order is fixed.
    ofOneIssuer.stream()
        .sorted(Comparator.comparing(ClientAlias::agentId))
        .forEach(
            alias ->
                byClientId
                    .computeIfAbsent(alias.clientIdRaw(), unused -> new ArrayList<>())
                    .add(alias));
  }

  /** The agent behind a client id on a day, or null. */
  public String agentOf(String clientIdRaw, int day) {
    List<ClientAlias> aliases = clientIdRaw == null ? null : byClientId.get(clientIdRaw);
    for (int index = 0; aliases != null && index < aliases.size(); index++) {
      if (aliases.get(index).validity().holds(day)) {
        return aliases.get(index).agentId();
      }
    }
    return null;
  }
}
