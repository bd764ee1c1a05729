package jp.renkei.jobs.gateway;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.delta.RowBatch;
import jp.renkei.jobs.gateway.classify.AccessFacts;
import jp.renkei.jobs.gateway.classify.AccessRule;
import jp.renkei.jobs.gateway.classify.AccessRules;
import jp.renkei.jobs.gateway.classify.AgentNetworks;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.gateway.classify.ClientAliases;
import jp.renkei.jobs.gateway.classify.IpAddress;
import jp.renkei.jobs.gateway.classify.UserAgentClass;
import jp.renkei.jobs.gateway.classify.UserAgentClasses;
import jp.renkei.jobs.gateway.classify.UserAgentProducts;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.Front;
import jp.renkei.jobs.gateway.format.Remembered;
import jp.renkei.jobs.gateway.format.Route;
import jp.renkei.jobs.gateway.privacy.StoredIds;
import jp.renkei.jobs.gateway.privacy.StoredPaths;
import jp.renkei.jobs.gateway.privacy.StoredTexts;
import jp.renkei.jobs.gateway.privacy.StoredWords;

/**
 * Makes rows of {@code silver.access} from the lines of one file: classifies by what was logged,
 * and keeps of it what tells of nobody: pseudonyms, networks, templates of paths, known words. For
 * one thread.
 */
final class AccessRows implements AccessFacts {
  /** Japan has had no summer time since 1951, and the log begins later. */
  private static final long JAPAN_MICROS = 9 * 3_600_000_000L;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int USER = 18;

  /**
   * A client's address.
   *
   * @param whole null where what is logged is none
   */
  private record Address(IpAddress whole, String storedNetwork) {
    private static final Address NONE = new Address(null, null);
  }

  private final Feed feed;
  private final AccessRules rules;
  private final UserAgentClasses userAgents;
  private final ClientAliases aliases;
  private final AgentNetworks networks;
  private final Pseudonyms pseudonyms;
  private final StoredPaths storedPaths;
  private final StoredTexts storedTexts;
  private final StoredIds storedIds;

  /** A client id as it is stored, and whose it is on a day. */
  private static final class Client {
    private final String stored;
    private int day = Integer.MIN_VALUE;
    private String agentId;

    Client(String stored) {
      this.stored = stored;
    }
  }

  private final Remembered<Client> clients;
  private final Remembered<Address> addresses = new Remembered<>(AccessRows::address);
  private final RowBatch rows = new RowBatch(StoredAccess.TABLE, AccessBatch.MOST);
  private final long[] lines = rows.wholeNumbers(1);
  private final long[] events = rows.wholeNumbers(6);
  private final long[] days = rows.wholeNumbers(7);
  private final Object[] agents = rows.values(8);
  private final Object[] accessMethods = rows.values(9);
  private final Object[] ruleIds = rows.values(10);
  private final Object[] routeKinds = rows.values(11);
  private final Object[] clientIds = rows.values(12);
  private final Object[] methods = rows.values(13);
  private final Object[] paths = rows.values(14);
  private final long[] statuses = rows.wholeNumbers(15);
  private final double[] latencies = rows.decimals(16);
  private final long[] bytesOut = rows.wholeNumbers(17);
  private final Object[] requestIds = rows.values(19);
  private final Object[] storedNetworks = rows.values(20);
  private final Object[] userAgentTexts = rows.values(21);
  private final Object[] userAgentKinds = rows.values(22);
  private final Object[] attended = rows.values(23);
  private final Object[] environments = rows.values(24);

  private AccessLine access;
  private int day;
  private Address address = Address.NONE;
  private Client client;
  private Route route;

  AccessRows(GatewayFile file, Feed feed, SharedInputs shared) {
    this.feed = feed;
    this.rules = AccessRules.parse("access-classification.yaml", shared.rulesText());
    this.userAgents = UserAgentClasses.parse("user-agents.yaml", shared.userAgentsText());
    this.aliases = new ClientAliases(shared.registers().aliasesOf(file.issuerId()));
    this.networks = new AgentNetworks(shared.registers().networks());
    this.pseudonyms = shared.key().of(file.issuerId());
    var words = StoredWords.parse("stored-words.yaml", shared.storedWordsText());
    this.storedPaths = new StoredPaths(feed, words);
    this.storedTexts =
        new StoredTexts(
            feed, words, UserAgentProducts.parse("user-agents.yaml", shared.userAgentsText()));
    this.storedIds = shared.key().idsOf(file.issuerId(), knownClients(file, feed, shared));
    this.clients = new Remembered<>(raw -> new Client(storedIds.client(raw)));
    Arrays.fill(rows.values(0), file.file().submissionId());
    Arrays.fill(rows.values(2), file.issuerId());
    Arrays.fill(rows.values(3), file.feedId());
    Arrays.fill(rows.values(4), feed.front().code());
    Arrays.fill(rows.values(5), feed.product());
  }

  /** No rule asks a web log for its client id, so that a new alias leaves it alone. */
  private static Set<String> knownClients(GatewayFile file, Feed feed, SharedInputs shared) {
    return feed.front() == Front.WEB
        ? Set.of()
        : shared.registers().aliasesOf(file.issuerId()).stream()
            .map(ClientAlias::clientIdRaw)
            .collect(Collectors.toSet());
  }

  /** The rows of a batch; filled again for the next. */
  RowBatch of(AccessBatch batch) {
    rows.resize(batch.size());
    pseudonyms.begin(batch);
    rows.number(USER, pseudonyms.texts(), pseudonyms.numbers());
    for (int index = 0; index < batch.size(); index++) {
      lines[index] = batch.number(index);
      fill(index, batch.access(index));
    }
    return rows;
  }

  private void fill(int index, AccessLine line) {
    access = line;
    day = (int) Math.floorDiv(line.eventMicros + JAPAN_MICROS, DAY_MICROS);
    address = line.clientAddress == null ? Address.NONE : addresses.of(line.clientAddress);
    client = clients.of(line.clientId);
    route = feed.routeOf(line.path);
    AccessRule rule = rules.decide(this);
    events[index] = line.eventMicros;
    days[index] = day;
    agents[index] = rule.agentOf(this);
    accessMethods[index] = rule.accessMethod().name();
    ruleIds[index] = rule.id();
    routeKinds[index] = route.kind();
    clientIds[index] = client == null ? null : client.stored;
    methods[index] = storedTexts.method(line.method);
    paths[index] = storedPaths.of(route, line.path);
    statuses[index] = line.status;
    latencies[index] = line.latencyMs;
    bytesOut[index] = line.bytesOut;
    requestIds[index] = storedIds.request(line.requestId);
    storedNetworks[index] = address.storedNetwork();
    userAgentTexts[index] = storedTexts.userAgent(line.userAgent);
    // The library is not loaded for API logs, of which no rule asks the class.
    userAgentKinds[index] = feed.front() == Front.WEB ? userAgentClass().name() : null;
    attended[index] = line.attended;
    environments[index] = storedTexts.environment(line.environment);
  }

  /** Of one network one object, which the column knows without looking at the text. */
  private static Address address(String text) {
    return IpAddress.parse(text)
        .map(whole -> new Address(whole, whole.storedNetwork().intern()))
        .orElse(Address.NONE);
  }

  @Override
  public Front front() {
    return feed.front();
  }

  @Override
  public boolean isSandbox() {
    return feed.isSandbox(access.environment);
  }

  @Override
  public String agentOfClient() {
    if (client == null) {
      return null;
    }
    if (client.day != day) {
      client.agentId = aliases.agentOf(access.clientId, day);
      client.day = day;
    }
    return client.agentId;
  }

  @Override
  public String agentOfNetwork() {
    return address.whole() == null ? null : networks.agentOf(address.whole(), day);
  }

  @Override
  public UserAgentClass userAgentClass() {
    return userAgents.of(access.userAgent);
  }

  @Override
  public String routeKind() {
    return route.kind();
  }

  @Override
  public boolean hasTraces() {
    return access.clientAddress != null || access.userAgent != null;
  }
}
