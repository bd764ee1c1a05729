package jp.renkei.jobs.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.gateway.classify.AccessFacts;
import jp.renkei.jobs.gateway.classify.AccessMethod;
import jp.renkei.jobs.gateway.classify.AccessRule;
import jp.renkei.jobs.gateway.classify.AccessRules;
import jp.renkei.jobs.gateway.classify.AgentNetworks;
import jp.renkei.jobs.gateway.classify.AgentNetworks.Owner;
import jp.renkei.jobs.gateway.classify.ClientAliases;
import jp.renkei.jobs.gateway.classify.UserAgentClass;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.Front;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Decides accesses anew by what {@code silver.access} holds of them, since their log is no longer
 * there. Of an address that is a block, which may be one agent's or several's; where the rules need
 * to know it and the block does not say, the access keeps what was decided last. For one thread.
 */
final class StoredAccess implements AccessFacts {
  static final TableDefinition TABLE =
      TableCatalog.builtIn().table(TableName.of(GatewayFile.ACCESS));

  private static final int FRONT = place("front");
  private static final int DAY = place("access_date");
  private static final int AGENT = place("agent_id");
  private static final int METHOD = place("access_method");
  private static final int RULE = place("rule_id");
  private static final int ROUTE_KIND = place("route_kind");
  private static final int CLIENT = place("client_id");
  private static final int PATH = place("path");
  private static final int NETWORK = place("client_net");
  private static final int USER_AGENT = place("user_agent");
  private static final int USER_AGENT_CLASS = place("user_agent_class");
  private static final int ENVIRONMENT = place("environment");
  private static final Owner NOBODY = new Owner(null, true);

  private final Feed feed;
  private final AccessRules rules;
  private final ClientAliases aliases;
  private final AgentNetworks networks;
  private final Map<String, String> clientsByDigest = new HashMap<>();
  private final Map<List<Object>, Owner> owners = new HashMap<>();

  private Object[] row;
  private boolean isUnsure;

  StoredAccess(GatewayFile file, SharedInputs shared) {
    var given = Feed.parse("feed.yaml", file.feedText());
    this.feed =
        given.completedBy(
            GatewayFormat.parse(given.product() + ".yaml", file.formatText()).of(given));
    this.rules = AccessRules.parse("access-classification.yaml", shared.rulesText());
    this.networks = new AgentNetworks(shared.registers().networks());
    var known = shared.registers().aliasesOf(file.issuerId());
    this.aliases = new ClientAliases(known);
    // A client that the register learns of today was a digest when its log was read.
    var digests = shared.key().idsOf(file.issuerId(), Set.of());
    known.forEach(
        alias -> clientsByDigest.put(digests.client(alias.clientIdRaw()), alias.clientIdRaw()));
  }

  private static int place(String column) {
    return TABLE.columnNames().indexOf(column);
  }

  /**
   * Decides an access anew.
   *
   * @param values of one row, in the order of the columns; those of the decision are replaced
   * @return false where the row keeps what was decided before, since its block does not say more
   */
  boolean decide(Object[] values) {
    row = values;
    isUnsure = false;
    AccessRule rule = rules.decide(this);
    String agent = rule.agentOf(this);
    if (isUnsure) {
      return false;
    }
    values[AGENT] = agent;
    values[METHOD] = rule.accessMethod().name();
    values[RULE] = rule.id();
    values[ROUTE_KIND] = routeKind();
    return true;
  }

  private String text(int column) {
    return (String) row[column];
  }

  @Override
  public Front front() {
    return text(FRONT).equals(Front.API.code()) ? Front.API : Front.WEB;
  }

  /** An environment that is no longer known was no production when it was masked. */
  @Override
  public boolean isSandbox() {
    return feed.isSandbox(text(ENVIRONMENT));
  }

  @Override
  public String agentOfClient() {
    String stored = text(CLIENT);
    return stored == null
        ? null
        : aliases.agentOf(clientsByDigest.getOrDefault(stored, stored), (int) row[DAY]);
  }

  @Override
  public String agentOfNetwork() {
    var owner =
        text(NETWORK) == null
            ? NOBODY
            : owners.computeIfAbsent(
                List.of(text(NETWORK), row[DAY]),
                key -> networks.ownerOf(text(NETWORK), (int) row[DAY]));
    isUnsure |= !owner.isSure();
    return owner.agentId();
  }

  @Override
  public UserAgentClass userAgentClass() {
    return Optional.ofNullable(text(USER_AGENT_CLASS))
        .map(UserAgentClass::valueOf)
        .orElse(UserAgentClass.UNKNOWN);
  }

  /** By today's routes; what was masked is a segment like any other. */
  @Override
  public String routeKind() {
    return feed.routeOf(text(PATH)).kind();
  }

  @Override
  public boolean hasTraces() {
    if (text(NETWORK) != null || text(USER_AGENT) != null) {
      return true;
    }
    // What was logged for an address and is none left no network: only a decision tells of it.
    isUnsure |= !text(METHOD).equals(AccessMethod.UNKNOWN.name());
    return false;
  }
}
