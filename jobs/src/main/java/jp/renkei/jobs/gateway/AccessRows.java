package jp.renkei.jobs.gateway;

import java.util.Set;
import java.util.stream.Collectors;
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
 * and keeps of it what tells of nobody: pseudonyms, networks, templates of paths, known words. The
 * one array is filled again for every row. For one thread.
 */
final class AccessRows implements AccessFacts {
  /** Japan has had no summer time since 1951, and the log begins later. */
  private static final long JAPAN_MICROS = 9 * 3_600_000_000L;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int COLUMNS = 25;

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
  private final Object[] row = new Object[COLUMNS];

  private AccessBatch batch;
  private AccessLine access;
  private int day = Integer.MIN_VALUE;
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
    row[0] = file.file().submissionId();
    row[2] = file.issuerId();
    row[3] = file.feedId();
    row[4] = feed.front().code();
    row[5] = feed.product();
  }

  /** No rule asks a web log for its client id, so that a new alias leaves it alone. */
  private static Set<String> knownClients(GatewayFile file, Feed feed, SharedInputs shared) {
    return feed.front() == Front.WEB
        ? Set.of()
        : shared.registers().aliasesOf(file.issuerId()).stream()
            .map(ClientAlias::clientIdRaw)
            .collect(Collectors.toSet());
  }

  /** Makes the rows of a batch from now on. */
  void begin(AccessBatch accesses) {
    batch = accesses;
    pseudonyms.begin(accesses);
  }

  /** The row of one access of the batch. */
  Object[] row(int index) {
    var line = batch.access(index);
    access = line;
    int onDay = (int) Math.floorDiv(line.eventMicros + JAPAN_MICROS, DAY_MICROS);
    if (onDay != day) {
      day = onDay;
      row[7] = day;
    }
    address = line.clientAddress == null ? Address.NONE : addresses.of(line.clientAddress);
    client = clients.of(line.clientId);
    route = feed.routeOf(line.path);
    AccessRule rule = rules.decide(this);
    row[1] = batch.number(index);
    row[6] = line.eventMicros;
    row[8] = rule.agentOf(this);
    row[9] = rule.accessMethod().name();
    row[10] = rule.id();
    row[11] = route.kind();
    row[12] = client == null ? null : client.stored;
    row[13] = storedTexts.method(line.method);
    row[14] = storedPaths.of(route, line.path);
    row[15] = line.status;
    row[16] = line.latencyMs;
    row[17] = line.bytesOut;
    row[18] = pseudonyms.of(index);
    row[19] = storedIds.request(line.requestId);
    row[20] = address.storedNetwork();
    row[21] = storedTexts.userAgent(line.userAgent);
    // The library is not loaded for API logs, of which no rule asks the class.
    row[22] = feed.front() == Front.WEB ? userAgentClass().name() : null;
    row[23] = line.attended;
    row[24] = storedTexts.environment(line.environment);
    return row;
  }

  private static Address address(String text) {
    return IpAddress.parse(text)
        .map(whole -> new Address(whole, whole.storedNetwork()))
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
